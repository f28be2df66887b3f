package io.quarkiverse.usersession.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.crypto.CookieKey;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.secret.SecretRules;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkus.runtime.configuration.ConfigurationException;

class SessionSecretsTest {

    private static final String GOOD = "wV5nC9r2LqK8xTz0mYb4Jd7Hs1Pf6Ga3";
    private static final String OTHER = "kX4vTq9Zb2Wn7Lc5Yd8Rf1Hm6Js3Gp0Ua";
    private static final String THIRD = "pB7yMw3Kz9Xt5Qv1Nc8Hd4Rf6Lj2Gs0Ea";

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void S6_aMissingSecretSaysInOneLineWhatToDo(boolean production) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> secrets(null, production).keys("default"))
                .satisfies(SessionSecretsTest::saysWhatToDoInOneLine)
                .withMessageContaining("missing");
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void takesAGoodSecretAsItIsAndLogsNothing(boolean production) {
        try (CapturedLog log = new CapturedLog()) {
            assertThat(secrets(GOOD, production).keys("default").current().id()).isEqualTo(CookieKey.of(GOOD).id());

            assertThat(log.text()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "sh0rt", "k33p-me-k33p-me-k33p-me-k33p-me-k33p-me", "my-session-secret-for-production-x7",
            "44da78b7bbb0dfe709cf38931d25dcdd" })
    void S4_S5_productionRefusesAWeakSecretWithoutShowingIt(String weak) {
        try (CapturedLog log = new CapturedLog()) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> secrets(weak, true).keys("default"))
                    .satisfies(SessionSecretsTest::saysWhatToDoInOneLine)
                    .withMessageContaining("too weak").withMessageContaining(SecretRules.weakness(weak).orElseThrow())
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain(weak, weak.substring(0, 5)));

            assertThat(log.text()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "sh0rt", "k33p-me-k33p-me-k33p-me-k33p-me-k33p-me", "44da78b7bbb0dfe709cf38931d25dcdd" })
    void S4_S5_developmentWarnsOfAWeakSecretWithoutShowingIt(String weak) {
        try (CapturedLog log = new CapturedLog()) {
            assertThat(secrets(weak, false).keys("default").current().id()).isEqualTo(CookieKey.of(weak).id());

            assertThat(log.messages("WARN")).singleElement().asString()
                    .contains("too weak", "SESSION_SECRET", "Production would not start with it")
                    .doesNotContain(weak, weak.substring(0, 5));
            assertThat(log.text().lines()).hasSize(1);
        }
    }

    @Test
    void S30_acceptedSecretsOpenAndTheSecretSeals() {
        KeyRing keys = new SessionSecrets(TestConfig.of("secret", GOOD, "accepted-secrets", OTHER + "," + THIRD), true)
                .keys("default");

        assertThat(keys.current().id()).isEqualTo(CookieKey.of(GOOD).id());
        assertThat(keys.find(CookieKey.of(OTHER).id())).isNotNull();
        assertThat(keys.find(CookieKey.of(THIRD).id())).isNotNull();
        assertThat(keys.find(CookieKey.of(OTHER + "x").id())).isNull();
    }

    @Test
    void theSecretMayBeAmongTheAcceptedOnes() {
        KeyRing keys = new SessionSecrets(TestConfig.of("secret", GOOD, "accepted-secrets", OTHER + "," + GOOD), true)
                .keys("default");

        assertThat(keys.find(CookieKey.of(GOOD).id())).isSameAs(keys.current());
    }

    @Test
    void S4_productionRefusesAWeakAcceptedSecret() {
        SessionSecrets secrets = new SessionSecrets(TestConfig.of("secret", GOOD, "accepted-secrets", OTHER + ",sh0rt"), true);

        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> secrets.keys("default"))
                .withMessageContaining(
                        "A secret of quarkus.user-session.accepted-secrets is too weak: it is shorter than 32 bytes")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("sh0rt"));
    }

    @Test
    void S4_productionRefusesAWeakSecretOfANamedSession() {
        SessionSecrets secrets = new SessionSecrets(TestConfig.of("secret", GOOD, "cart.secret", "sh0rt"), true);

        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> secrets.keys("cart"))
                .withMessageContaining(
                        "quarkus.user-session.\"cart\".secret is too weak: it is shorter than 32 bytes. Set it to");
    }

    @Test
    void aNamedSessionHasTheKeysOfTheDefaultSessionUnlessItHasItsOwn() {
        SessionSecrets secrets = new SessionSecrets(TestConfig.of("secret", GOOD, "accepted-secrets", OTHER,
                "own.secret", THIRD, "accepting.accepted-secrets", THIRD, "other.max-age", "1H"), true);

        for (String name : List.of("other", "not-configured")) {
            assertThat(secrets.keys(name).current().id()).isEqualTo(CookieKey.of(GOOD).id());
            assertThat(secrets.keys(name).find(CookieKey.of(OTHER).id())).isNotNull();
        }
        assertThat(secrets.keys("own").current().id()).isEqualTo(CookieKey.of(THIRD).id());
        assertThat(secrets.keys("own").find(CookieKey.of(OTHER).id())).isNull();
        assertThat(secrets.keys("own").find(CookieKey.of(GOOD).id())).isNull();
        assertThat(secrets.keys("accepting").current().id()).isEqualTo(CookieKey.of(GOOD).id());
        assertThat(secrets.keys("accepting").find(CookieKey.of(THIRD).id())).isNotNull();
        assertThat(secrets.keys("accepting").find(CookieKey.of(OTHER).id())).isNull();
    }

    private static SessionSecrets secrets(String secret, boolean production) {
        return new SessionSecrets(TestConfig.with(config -> config.secret = secret), production);
    }

    @Test
    void theAdviceIsAGoodOne() {
        // what "openssl rand -base64 48" gives has 64 characters
        assertThat(SecretRules.weakness("o0Gq3mBv8sXz5TfKc1Jr7WnLd9HyEa2PuQ4iVx6ZbMkRt+YwUjCeNlFhSgOpDI/A")).isEmpty();
        assertThat(SessionSecrets.weak("has been published")).contains("it has been published")
                .contains("openssl rand -base64 48");
    }

    private static void saysWhatToDoInOneLine(ConfigurationException e) {
        assertThat(e.getMessage())
                .contains("SESSION_SECRET", "quarkus.user-session.secret", "openssl rand -base64 48", "32 bytes")
                .hasLineCount(1);
        assertThat(e).hasNoCause();
    }
}
