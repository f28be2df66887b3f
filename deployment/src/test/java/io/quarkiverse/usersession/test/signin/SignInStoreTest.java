package io.quarkiverse.usersession.test.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class SignInStoreTest extends SignInStoreTests {

    @RegisterExtension
    static final QuarkusUnitTest APP = application();

    @Test
    void withoutTheStoreUsersAreAnonymousOnPublicPages() {
        store.switchTo(SwitchableStore.Mode.FAILING);
        clock.advance(java.time.Duration.ofMinutes(1));

        assertThat(browser.get("/open").asString()).isEqualTo("nobody");
    }
}
