package io.quarkiverse.usersession.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;

class SignInSettingsTest {

    @Test
    void thereIsNoLoginPageUnlessOneIsSet() {
        assertThat(SignInSettings.loginPage(TestConfig.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/login", "/app/sign-in?from=shop" })
    void theLoginPageIsAPath(String page) {
        assertThat(SignInSettings.loginPage(TestConfig.of("sign-in.login-page", page))).contains(page);
    }

    @ParameterizedTest
    @ValueSource(strings = { "login", "//sso.example/login", "https://sso.example/login", "/log in", "/login\r\nX: y", "/\\x",
            "/anmelden/für" })
    void anythingElseFailsTheStart(String page) {
        assertThatThrownBy(() -> SignInSettings.loginPage(TestConfig.of("sign-in.login-page", page)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("quarkus.user-session.sign-in.login-page must be a path on this host")
                .hasMessageContaining("as in /login");
    }
}
