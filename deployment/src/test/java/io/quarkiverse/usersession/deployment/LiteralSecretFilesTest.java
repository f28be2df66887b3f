package io.quarkiverse.usersession.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;

/** Which secrets are found in configuration files. STRONG and STRONG2 stand for secrets that production would accept. */
class LiteralSecretFilesTest {

    private static final String STRONG = "bF8sKq3Vx0Zt7Wd2Yh5Nc9Lm4Rp6Gj1e";
    private static final String STRONG2 = "hV5rKq8Tz2Wn9Xc4Yd7Lf1Bm6Js3Gp0E";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "quarkus.user-session.secret=STRONG                           | quarkus.user-session.secret",
            "quarkus.user-session.secret=${SESSION_SECRET:STRONG}         | quarkus.user-session.secret",
            "quarkus.user-session.secret=${A:${B:${C:STRONG}}}            | quarkus.user-session.secret",
            "quarkus.user-session.secret=${A:bF8sKq3Vx0Zt7Wd2}Yh5Nc9Lm4Rp6Gj1e | quarkus.user-session.secret",
            "quarkus.user-session.onboarding.secret=${A:STRONG}           | quarkus.user-session.onboarding.secret",
            "quarkus.user-session.\"my wizard\".secret=STRONG             | quarkus.user-session.\"my wizard\".secret",
            "quarkus.user-session.accepted-secrets=${A},STRONG            | quarkus.user-session.accepted-secrets",
            "quarkus.user-session.accepted-secrets=${A:},${B:STRONG}      | quarkus.user-session.accepted-secrets",
            "quarkus.user-session.accepted-secrets[1]=STRONG              | quarkus.user-session.accepted-secrets[1]",
            "quarkus.user-session.\"a.b\".accepted-secrets=STRONG, ${A}   | quarkus.user-session.\"a.b\".accepted-secrets",
            "SESSION_SECRET=${OTHER:STRONG}                               | SESSION_SECRET",
            "SESSION_SECRET=STRONG;quarkus.user-session.secret=${SESSION_SECRET} | SESSION_SECRET",
            "%prod.quarkus.user-session.secret=STRONG                     | %prod.quarkus.user-session.secret",
            "%staging.quarkus.user-session.secret=STRONG                  | %staging.quarkus.user-session.secret",
            "%dev,staging.quarkus.user-session.secret=STRONG              | %staging.quarkus.user-session.secret",
            "%staging.SESSION_SECRET=STRONG                               | %staging.SESSION_SECRET",
            "%eu-west_1.quarkus.user-session.cart.secret=${X:STRONG}      | %eu-west_1.quarkus.user-session.cart.secret",
            "my.secret=STRONG;quarkus.user-session.secret=${my.secret}    |"
                    + " my.secret, from which quarkus.user-session.secret is taken,",
            "a=${b};b=${c:STRONG};quarkus.user-session.secret=${A:${a}}   |"
                    + " b, from which quarkus.user-session.secret is taken,",
            "%staging.my.secret=STRONG;quarkus.user-session.secret=${my.secret} |"
                    + " %staging.my.secret, from which quarkus.user-session.secret is taken,",
            "my.list=${A},STRONG;quarkus.user-session.accepted-secrets=${my.list} |"
                    + " my.list, from which quarkus.user-session.accepted-secrets is taken,",
            "quarkus.user-session.secret=STRONG;%prod.quarkus.user-session.secret=${S};%live.x=y |"
                    + " quarkus.user-session.secret" })
    void S4_aGoodSecretIsWarnedAboutAndAWeakOneFailsTheBuild(String settings, String place) {
        try (CapturedLog log = new CapturedLog()) {
            check(settings.replace("STRONG", STRONG));

            assertThat(log.messages("WARN")).singleElement().asString()
                    .startsWith("A session secret is written in plain text as " + place + " in application.properties, where")
                    .doesNotContain(STRONG);
        }
        String weak = settings.replace("STRONG", "changeme-changeme-changeme-changeme").replace("bF8sKq3Vx0Zt7Wd2}", "change}")
                .replace("Yh5Nc9Lm4Rp6Gj1e", "me-change-me-change-me-change-me");
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> check(weak))
                .withMessageStartingWith("The session secret is too weak: it consists of words, sequences or repetitions")
                .withMessageEndingWith(", and remove " + place + " in application.properties")
                .withMessageNotContaining("changeme-changeme");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "quarkus.user-session.secret=${SESSION_SECRET}",
            "quarkus.user-session.secret=${SESSION_SECRET:}",
            "quarkus.user-session.secret=",
            "quarkus.user-session.secret=salt-${SESSION_SECRET}-of-too-little-variety",
            "quarkus.user-session.secret=${a};a=${b};b=${a}",
            "quarkus.user-session.secret=${aes-gcm-nopadding::DJNrZ6LfpupFv6QbXyXhvzD8eVDnDa_kTliQBpuzTobDZxlg}",
            "quarkus.user-session.secret=${vault.secret};other=changeme",
            "quarkus.user-session.accepted-secrets=${A},${B:}",
            "quarkus.user-session.import.secrets=changeme,too-short",
            "quarkus.user-session.\"my wizard\".import.secrets=changeme",
            "quarkus.user-session.import.block-keys=changeme",
            "my.secret=changeme",
            "quarkus.user-session.max-age=1H;quarkus.user-session.cookie.name=changeme",
            "%dev.quarkus.user-session.secret=changeme",
            "%test.SESSION_SECRET=changeme",
            "%dev,test.quarkus.user-session.accepted-secrets=changeme",
            "quarkus.user-session.secret=changeme;%prod.quarkus.user-session.secret=${SESSION_SECRET};%dev.x=y",
            "quarkus.user-session.secret=${my.secret};%dev.my.secret=changeme" })
    void S4_whatIsNotWrittenOutOrNotForProductionIsLeftAlone(String settings) {
        try (CapturedLog log = new CapturedLog()) {
            check(settings);

            assertThat(log.messages("WARN")).isEmpty();
        }
    }

    @Test
    void S4_environmentVariablesAndSystemPropertiesAreNotJudged() {
        try (CapturedLog log = new CapturedLog()) {
            for (String source : List.of("EnvConfigSource", "SysPropConfigSource",
                    "PropertiesConfigSource[source=Build system]",
                    "EnvConfigSource[source=file:/projects/.env]")) {
                LiteralSecret.check(List.of(ConfigurationFiles.of(
                        List.of(new PropertiesConfigSource(Map.of("SESSION_SECRET", "changeme"), source, 300),
                                file("quarkus.user-session.secret=${SESSION_SECRET}")),
                        List.of("prod"))));
            }

            assertThat(log.messages("WARN")).isEmpty();
        }
    }

    @Test
    void S4_aLiteralIsFoundAlsoWhereTheEnvironmentOfTheBuildHidesIt() {
        ConfigSource environment = new PropertiesConfigSource(Map.of("SESSION_SECRET", STRONG2), "EnvConfigSource", 300);
        try (CapturedLog log = new CapturedLog()) {
            LiteralSecret.check(List.of(ConfigurationFiles
                    .of(List.of(environment, file("quarkus.user-session.secret=${SESSION_SECRET:" + STRONG + "}")),
                            List.of("prod"))));

            assertThat(log.messages("WARN")).hasSize(1);
        }
    }

    @Test
    void S4_anExpressionWithVeryManyAnswersDoesNotHoldUpTheBuild() {
        check("quarkus.user-session.secret=" + "${a:${b:x}}".repeat(200) + "${OUTSIDE};a=y;b=z");
    }

    @Test
    void profilesAreThoseThatSettingsOrFilesAreFor() {
        List<ConfigSource> sources = List.of(
                file("%staging.a=b;%live, eu.a=b;%dev.a=b;%test.a=b;a=b"),
                new PropertiesConfigSource(Map.of("%of-the-environment.a", "b"), "EnvConfigSource", 300));

        assertThat(ConfigurationFiles.profiles(sources, List.of("application-qa.properties", "application-dev.yaml",
                "application-load.test.yml", "META-INF/microprofile-config-old.properties", "application.properties",
                "org/acme/Application.class"))).containsExactly("eu", "live", "load.test", "old", "qa", "staging");
    }

    /** In each profile, as the build does it. */
    private static void check(String settings) {
        ConfigSource file = file(settings);
        List<String> profiles = new ArrayList<>(List.of("prod"));
        profiles.addAll(ConfigurationFiles.profiles(List.of(file), List.of()));
        LiteralSecret.check(profiles.stream().map(profile -> ConfigurationFiles.of(List.of(file), List.of(profile))).toList());
    }

    private static ConfigSource file(String settings) {
        Map<String, String> properties = new HashMap<>();
        for (String setting : settings.split(";")) {
            properties.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1).strip());
        }
        return new PropertiesConfigSource(properties,
                "PropertiesConfigSource[source=file:/projects/target/classes/application.properties]", 250);
    }
}
