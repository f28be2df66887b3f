package io.quarkiverse.usersession.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.store.StoreSettings;
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

    @Test
    void theStoreIsAskedAgainAfterFiveSecondsAndHasHalfASecond() {
        assertThat(SignInSettings.store(TestConfig.of()))
                .isEqualTo(new StoreSettings(Duration.ofSeconds(5), Duration.ofMillis(500), false));
        assertThat(SignInSettings.store(TestConfig.of("sign-in.store.cache", "0", "sign-in.store.timeout", "2S",
                "sign-in.store.unavailable", "accept")))
                .isEqualTo(new StoreSettings(Duration.ZERO, Duration.ofSeconds(2), true));
    }

    @ParameterizedTest
    @CsvSource({ "cache, 31S", "cache, -1S", "timeout, 0", "timeout, 31S" })
    void aTimeThatIsNoneForAStoreFailsTheStart(String key, String time) {
        assertThatThrownBy(() -> SignInSettings.store(TestConfig.of("sign-in.store." + key, time)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("quarkus.user-session.sign-in.store." + key + "=PT")
                .hasMessageContaining("30 seconds at most");
    }
}
