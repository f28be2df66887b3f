package io.quarkiverse.usersession.runtime.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedPathsTest {

    private final AllowedPaths paths = new AllowedPaths(List.of("/login/callback", "/lti/*", "/menu(1)%"));

    @ParameterizedTest
    @ValueSource(strings = { "/login/callback", "/lti", "/lti/", "/lti/launch", "/lti/a/b", "/menu(1)%" })
    void haveThePathItselfAndAllBelow(String path) {
        assertThat(paths.have(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/login", "/login/callback/", "/login/callback2", "/login/callback/x", "/Login/callback",
            "/ltix",
            "/LTI/launch", "/x/lti/launch", "/lti;/../account", "/lti/..;/account", "/lti/%2e%2e/account", "/lti/..%2faccount",
            "/lti/\\..\\account", "/lti/*;", "" })
    void haveNoOther(String path) {
        assertThat(paths.have(path)).isFalse();
    }
}
