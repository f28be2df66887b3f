package io.quarkiverse.usersession.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredSessionsTest {

    /** The environment variable QUARKUS_USER_SESSION_IMPORT_MAX_AGE would mean two settings. */
    @ParameterizedTest
    @ValueSource(strings = { "import", "Import", "IMPORT", "cookie", "Cookie", "sign-in", "sign.in", "Sign In", "SIGN_IN" })
    void namesThatAVariableTakesForSettingsOfTheDefaultSessionAreReserved(String name) {
        assertThat(ConfiguredSessions.isReserved(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "imports", "cookies", "signin", "onboarding", "my-import" })
    void otherNamesAreNot(String name) {
        assertThat(ConfiguredSessions.isReserved(name)).isFalse();
    }
}
