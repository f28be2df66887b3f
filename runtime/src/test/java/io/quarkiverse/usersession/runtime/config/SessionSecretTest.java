package io.quarkiverse.usersession.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.CapturedLog;
import io.quarkus.runtime.configuration.ConfigurationException;

class SessionSecretTest {

    private static final String GOOD = "Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a";

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void S6_aMissingSecretSaysInOneLineWhatToDo(boolean production) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> SessionSecret.require(Optional.empty(), production))
                .satisfies(SessionSecretTest::saysWhatToDoInOneLine)
                .withMessageContaining("missing").withMessageContaining("${");
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void takesAGoodSecretAsItIsAndLogsNothing(boolean production) {
        try (CapturedLog log = new CapturedLog()) {
            assertThat(SessionSecret.require(Optional.of(GOOD), production)).isEqualTo(GOOD);

            assertThat(log.text()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "sh0rt", "k33p-me-k33p-me-k33p-me-k33p-me-k33p-me", "Jm3v9QxT7bLw2Zc8-changeme-4Fs0aVu3Xe8Y",
            "44da78b7bbb0dfe709cf38931d25dcdd" })
    void S4_S5_productionRefusesAWeakSecretWithoutShowingIt(String weak) {
        try (CapturedLog log = new CapturedLog()) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> SessionSecret.require(Optional.of(weak), true))
                    .satisfies(SessionSecretTest::saysWhatToDoInOneLine)
                    .withMessageContaining("too weak").withMessageContaining(SecretRules.weakness(weak).orElseThrow())
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain(weak, weak.substring(0, 5)));

            assertThat(log.text()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "sh0rt", "k33p-me-k33p-me-k33p-me-k33p-me-k33p-me", "44da78b7bbb0dfe709cf38931d25dcdd" })
    void S4_S5_developmentWarnsOfAWeakSecretWithoutShowingIt(String weak) {
        try (CapturedLog log = new CapturedLog()) {
            assertThat(SessionSecret.require(Optional.of(weak), false)).isEqualTo(weak);

            assertThat(log.messages("WARN")).singleElement().asString()
                    .contains("too weak", "SESSION_SECRET", "Production would not start with it")
                    .doesNotContain(weak, weak.substring(0, 5));
            assertThat(log.text().lines()).hasSize(1);
        }
    }

    @Test
    void theAdviceIsAGoodOne() {
        // what "openssl rand -base64 48" gives has 64 characters
        assertThat(SecretRules.weakness("o0Gq3mBv8sXz5TfKc1Jr7WnLd9HyEa2PuQ4iVx6ZbMkRt+YwUjCeNlFhSgOpDI/A")).isEmpty();
        assertThat(SessionSecret.weak("is a placeholder")).contains("it is a placeholder").contains("openssl rand -base64 48");
    }

    private static void saysWhatToDoInOneLine(ConfigurationException e) {
        assertThat(e.getMessage())
                .contains("SESSION_SECRET", "quarkus.user-session.secret", "openssl rand -base64 48", "32 bytes")
                .hasLineCount(1);
        assertThat(e).hasNoCause();
    }
}
