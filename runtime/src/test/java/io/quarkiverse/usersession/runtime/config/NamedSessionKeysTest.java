package io.quarkiverse.usersession.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.Serializer;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Settings of injected sessions, as environment variables and files write them. */
class NamedSessionKeysTest {

    private static final List<String> SESSIONS = List.of("my-wizard", "My Cart", "a.b", "münze", "snake_case", "onboarding");

    @ParameterizedTest
    @CsvSource({
            "QUARKUS_USER_SESSION__MY_WIZARD__MAX_AGE, my-wizard",
            "QUARKUS_USER_SESSION_MY_WIZARD_MAX_AGE, my-wizard",
            "quarkus_user_session__my_wizard__max_age, my-wizard",
            "QUARKUS_USER_SESSION__MY_CART__MAX_AGE, My Cart",
            "QUARKUS_USER_SESSION__A_B__MAX_AGE, a.b",
            "QUARKUS_USER_SESSION__M_NZE__MAX_AGE, münze",
            "QUARKUS_USER_SESSION__SNAKE_CASE__MAX_AGE, snake_case",
            "QUARKUS_USER_SESSION__ONBOARDING__MAX_AGE, onboarding",
            "QUARKUS_USER_SESSION_ONBOARDING_MAX_AGE, onboarding",
            "_STAGING_QUARKUS_USER_SESSION__MY_WIZARD__MAX_AGE, my-wizard" })
    void anEnvironmentVariableReachesTheInjectedSession(String variable, String session) {
        UserSessionConfig config = config(Map.of(variable, "17S"), Map.of());

        assertThat(config.sessions().get(session).maxAge()).contains(Duration.ofSeconds(17));
        assertThat(configuredSessions(config)).containsExactly(session);
    }

    @Test
    void theseAreAllSettings() {
        Map<String, String> variables = new HashMap<>();
        for (String setting : settings()) {
            variables.put("QUARKUS_USER_SESSION__MY_WIZARD__" + EnvironmentForm.of(setting), values().get(setting));
        }
        variables.put("QUARKUS_USER_SESSION__MY_WIZARD__IMPORT_KEYS__AUTH_USER_", "user");

        SessionConfig wizard = config(variables, Map.of()).sessions().get("my-wizard");

        assertThat(values().keySet()).containsExactlyInAnyOrder(settings());
        assertThat(wizard.secret()).contains("secret text");
        assertThat(wizard.acceptedSecrets()).contains(List.of("one", "two"));
        assertThat(wizard.maxAge()).contains(Duration.ofHours(3));
        assertThat(wizard.renewAfter()).contains(Duration.ofHours(1));
        assertThat(wizard.absoluteTimeout()).contains(Duration.ofHours(9));
        assertThat(wizard.cacheHeaders()).contains(false);
        assertThat(wizard.cookie().name()).contains("wiz");
        assertThat(wizard.cookie().path()).contains("/wizard");
        assertThat(wizard.cookie().domain()).contains("shop.org");
        assertThat(wizard.cookie().sameSite()).contains(SameSite.STRICT);
        assertThat(wizard.cookie().httpOnly()).contains(false);
        assertThat(wizard.cookie().secure()).contains(Secure.ALWAYS);
        assertThat(wizard.cookie().partitioned()).contains(true);
        assertThat(wizard.importing().format()).contains(ImportConfig.Format.GORILLA);
        assertThat(wizard.importing().cookieName()).contains("old");
        assertThat(wizard.importing().cookiePath()).contains("/old");
        assertThat(wizard.importing().serializer()).contains(Serializer.JSON);
        assertThat(wizard.importing().keys()).containsExactly(Map.entry("auth.user", "user"));
    }

    @Test
    void listsCanBeGivenByIndex() {
        UserSessionConfig config = config(Map.of("QUARKUS_USER_SESSION__MY_WIZARD__ACCEPTED_SECRETS_0_", "first, with a comma",
                "QUARKUS_USER_SESSION__MY_WIZARD__ACCEPTED_SECRETS_1_", "second"), Map.of());

        assertThat(config.sessions().get("my-wizard").acceptedSecrets()).contains(List.of("first, with a comma", "second"));
        assertThat(configuredSessions(config)).containsExactly("my-wizard");
    }

    @ParameterizedTest
    @CsvSource({
            "quarkus.user-session.onboarding., quarkus.user-session.\"onboarding\".",
            "quarkus.user-session.\"onboarding\"., quarkus.user-session.onboarding.",
            "quarkus.user-session.\"my-wizard\"., quarkus.user-session.my-wizard." })
    void allSpellingsInAFileAndTheEnvironmentAreOneSession(String first, String second) {
        String session = first.contains("wizard") ? "my-wizard" : "onboarding";
        UserSessionConfig config = config(
                Map.of("QUARKUS_USER_SESSION__" + EnvironmentForm.of(session) + "__RENEW_AFTER", "1M"),
                Map.of(first + "max-age", "2M", second + "absolute-timeout", "3M", first + "cookie.path", "/app"));

        SessionConfig named = config.sessions().get(session);
        assertThat(List.of(named.renewAfter(), named.maxAge(), named.absoluteTimeout())).containsExactly(
                Optional.of(Duration.ofMinutes(1)), Optional.of(Duration.ofMinutes(2)), Optional.of(Duration.ofMinutes(3)));
        assertThat(named.cookie().path()).contains("/app");
    }

    @Test
    void theEnvironmentWinsOverAFileHoweverItIsWritten() {
        for (String key : List.of("quarkus.user-session.my-wizard.max-age", "quarkus.user-session.\"my-wizard\".max-age",
                "%staging.quarkus.user-session.my-wizard.max-age")) {
            for (String variable : List.of("QUARKUS_USER_SESSION__MY_WIZARD__MAX_AGE",
                    "QUARKUS_USER_SESSION_MY_WIZARD_MAX_AGE")) {
                UserSessionConfig config = config(Map.of(variable, "17S"), Map.of(key, "2M"));

                assertThat(config.sessions().get("my-wizard").maxAge()).as(key).contains(Duration.ofSeconds(17));
            }
        }
    }

    @Test
    void otherSessionsAndTheDefaultSessionStayAsTheyAre() {
        UserSessionConfig config = config(
                Map.of("QUARKUS_USER_SESSION_MAX_AGE", "5M", "QUARKUS_USER_SESSION_COOKIE_NAME", "main",
                        "QUARKUS_USER_SESSION__FOR_GOTTEN__MAX_AGE", "1M"),
                Map.of("quarkus.user-session.\"my.wizard\".max-age", "7M", "quarkus.user-session.import.keys.\"a.b\"", "c",
                        "quarkus.user-session.other.max-age", "8M"));

        assertThat(config.sessions().get("<default>").maxAge()).contains(Duration.ofMinutes(5));
        assertThat(config.sessions().get("<default>").cookie().name()).contains("main");
        assertThat(config.sessions().get("<default>").importing().keys()).containsExactly(Map.entry("a.b", "c"));
        assertThat(config.sessions().get("my.wizard").maxAge()).contains(Duration.ofMinutes(7));
        assertThat(config.sessions().get("other").maxAge()).contains(Duration.ofMinutes(8));
        assertThat(configuredSessions(config)).containsExactlyInAnyOrder("<default>", "my.wizard", "other", "for.gotten");
    }

    /** Those that have a lifetime of their own or another setting that these tests use. */
    private static Set<String> configuredSessions(UserSessionConfig config) {
        return config.sessions().entrySet().stream()
                .filter(named -> named.getValue().maxAge().isPresent() || named.getValue().acceptedSecrets().isPresent())
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static Map<String, String> values() {
        return Map.ofEntries(Map.entry("secret", "secret text"), Map.entry("accepted-secrets", "one,two"),
                Map.entry("max-age", "3H"), Map.entry("renew-after", "1H"), Map.entry("absolute-timeout", "9H"),
                Map.entry("cache-headers", "false"), Map.entry("cookie.name", "wiz"), Map.entry("cookie.path", "/wizard"),
                Map.entry("cookie.domain", "shop.org"), Map.entry("cookie.same-site", "strict"),
                Map.entry("cookie.http-only", "false"), Map.entry("cookie.secure", "always"),
                Map.entry("cookie.partitioned", "true"), Map.entry("import.format", "gorilla"),
                Map.entry("import.secrets", "old"), Map.entry("import.until", "2099-12-31"),
                Map.entry("import.cookie-name", "old"), Map.entry("import.cookie-path", "/old"),
                Map.entry("import.cookie-domain", "old.org"), Map.entry("import.block-keys", "b"),
                Map.entry("import.max-age", "1D"), Map.entry("import.serializer", "json"));
    }

    private static String[] settings() {
        String named = UserSessionConfig.PREFIX + ".*.";
        return ConfigMappings.getProperties(ConfigClass.configClass(UserSessionConfig.class)).keySet().stream()
                .filter(name -> name.startsWith(named)).map(name -> name.substring(named.length()))
                .filter(name -> name.indexOf('*') < 0).toArray(String[]::new);
    }

    private static UserSessionConfig config(Map<String, String> variables, Map<String, String> file) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withProfile("staging")
                .withInterceptorFactories(
                        NamedSessionsConfigBuilder.factory(SESSIONS.toArray(String[]::new), settings()))
                .withSources(new EnvConfigSource(variables, 300),
                        new PropertiesConfigSource(file, "application.properties", 250))
                .withMapping(UserSessionConfig.class)
                .build();
        return config.getConfigMapping(UserSessionConfig.class);
    }
}
