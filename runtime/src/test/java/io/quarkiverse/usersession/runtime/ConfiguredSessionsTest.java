package io.quarkiverse.usersession.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.config.TestConfig;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.origin.AllowedPaths;
import io.quarkiverse.usersession.runtime.origin.CrossOrigin;
import io.quarkiverse.usersession.runtime.origin.ForwardedHost;
import io.quarkiverse.usersession.runtime.origin.OriginRules;
import io.quarkiverse.usersession.runtime.values.TypedValues;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkus.runtime.configuration.ConfigurationException;

class ConfiguredSessionsTest {

    private static final String SECRET = "Jm7Tq2Wx9Zk4Lb6Vd1Nc8Hf3Ys5Gp0RaEu";

    /** The environment variable QUARKUS_USER_SESSION_IMPORT_MAX_AGE would mean two settings. */
    @ParameterizedTest
    @ValueSource(strings = { "import", "Import", "IMPORT", "cookie", "Cookie", "cross-origin", "Cross.Origin", "sign-in",
            "sign.in", "Sign In", "SIGN_IN" })
    void namesThatAVariableTakesForSettingsOfTheDefaultSessionAreReserved(String name) {
        assertThat(ConfiguredSessions.isReserved(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "imports", "cross", "trusted-origins", "cookies", "signin", "onboarding", "my-import" })
    void otherNamesAreNot(String name) {
        assertThat(ConfiguredSessions.isReserved(name)).isFalse();
    }

    @Test
    void sessionsMustNotShareACookie() {
        assertThatThrownBy(() -> configured("session")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Two sessions use the cookie name __session, 'default' and 'session'")
                .hasMessageContaining("set quarkus.user-session.\"session\".cookie.name");
    }

    @Test
    void nameThatMakesNoCookieNameNeedsACookieNameOfItsOwn() {
        assertThatThrownBy(() -> configured("my session")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("quarkus.user-session.\"my session\".cookie.name=__my session can't be used")
                .hasMessageContaining("such as __session");
        assertThat(configured("my session", "my session.cookie.name", "__mine").names()).contains("my session");
    }

    @Test
    void theStartLogsOneLineForEachSessionAndNoSecret() {
        try (CapturedLog log = new CapturedLog()) {
            configured("onboarding", "max-age", "30M", "renew-after", "5M", "onboarding.cookie.same-site", "strict");

            assertThat(log.messages("INFO")).containsExactly(
                    "Session 'default': idle timeout 30M, absolute timeout none, cookie lifetime 30M; cookie __session (this host"
                            + " only, Path=/, SameSite=lax, HttpOnly=true, Secure=auto); sign-ins none; requests of other"
                            + " origins: refuse",
                    "Session 'onboarding': idle timeout 30M, absolute timeout none, cookie lifetime 30M; cookie __onboarding (this"
                            + " host only, Path=/, SameSite=strict, HttpOnly=true, Secure=auto); sign-ins none; requests of"
                            + " other origins: refuse");
            assertThat(log.messages()).noneMatch(message -> message.contains(SECRET));
        }
    }

    private static Sessions configured(String name, String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 2);
        all[settings.length] = "secret";
        all[settings.length + 1] = SECRET;
        return new ConfiguredSessions(TestConfig.of(all), true, false, TypedValues.UNAVAILABLE, false, null,
                new OriginRules(CrossOrigin.REFUSE, Set.of(), AllowedPaths.NONE, ForwardedHost.NEVER), null, null)
                .sessions(Set.of(name));
    }
}
