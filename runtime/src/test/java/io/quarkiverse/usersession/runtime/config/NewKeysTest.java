package io.quarkiverse.usersession.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewKeysTest {

    private static final Map<String, String> BY_FORM = Map.of("AUTH_USER", "user");

    @ParameterizedTest
    @ValueSource(strings = { "auth_user", "auth-user", "auth.user", "Auth User", "AUTH_USER" })
    void aNewKeyOfAnEnvironmentVariableIsForEachOldKeyThatTheVariableCanMean(String oldKey) {
        assertThat(new NewKeys(Map.of(), BY_FORM).apply(oldKey)).isEqualTo("user");
    }

    @Test
    void anExactOldKeyWins() {
        assertThat(new NewKeys(Map.of("auth_user", "exact"), BY_FORM).apply("auth_user")).isEqualTo("exact");
    }

    @Test
    void otherKeysKeepTheirNames() {
        assertThat(new NewKeys(Map.of("auth_user", "exact"), BY_FORM).apply("authuser")).isNull();
        assertThat(new NewKeys(Map.of("auth_user", "exact"), Map.of()).apply("user")).isNull();
    }
}
