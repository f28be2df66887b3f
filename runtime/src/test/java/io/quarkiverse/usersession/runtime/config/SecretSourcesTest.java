package io.quarkiverse.usersession.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.quarkiverse.usersession.runtime.crypto.CookieKey;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Secrets as properties files, environment variables and YAML files give them to the application. */
class SecretSourcesTest {

    private static final String MAIN = "wV5nC9r2LqK8xTz0mYb4Jd7Hs1Pf6Ga3";
    private static final String A = "p7Rk2Xw9Zt4Lm8Vc1Qn6Bs3Hd5Jf0YgA";
    private static final String B = "e4Tq8Ns1Wb6Kx3Zr9Mv2Lc7Pd5Hg0JaE";
    private static final String BYTE_ORDER_MARK = "\ufeff";

    @ParameterizedTest
    @ValueSource(strings = { "A,B", "A, B", " A , B ", "A,\tB", "A,\nB", "A,\r\nB\r\n", "A,B\n", "\nA,\n  B,\n", "A,,B",
            "A, ,B,",
            "A,\u00a0B", "\ufeffA,B", "A,\u200bB\u2028" })
    void S44_whiteSpaceIsNoPartOfAnAcceptedSecret(String list) {
        KeyRing keys = keys(environment("SESSION_SECRET", MAIN,
                "QUARKUS_USER_SESSION_ACCEPTED_SECRETS", list.replace("A", "<1>").replace("B", B).replace("<1>", A)));

        assertOpens(keys, A, B);
    }

    @Test
    void S44_theSameHoldsForAPropertiesFileWithContinuedLines() {
        KeyRing keys = keys(properties("quarkus.user-session.secret=" + MAIN + "\n"
                + "quarkus.user-session.accepted-secrets=" + A + ", \\\n    " + B + " "));

        assertOpens(keys, A, B);
    }

    @Test
    void S44_theSameHoldsForIndexedProperties() {
        KeyRing keys = keys(properties("quarkus.user-session.secret=" + MAIN + "\n"
                + "quarkus.user-session.accepted-secrets[0]=" + A + "\\n\n"
                + "quarkus.user-session.accepted-secrets[1]=\\t" + B));

        assertOpens(keys, A, B);
    }

    @Test
    void S44_theSameHoldsForANamedSession() {
        UserSessionConfig config = mapping(config(environment("SESSION_SECRET", MAIN,
                "QUARKUS_USER_SESSION__CART__ACCEPTED_SECRETS", A + ", " + B)));

        assertOpens(new SessionSecrets(config, true).keys("cart"), A, B);
    }

    @ParameterizedTest
    @ValueSource(strings = { "S\n", "S\r\n", " S", "S ", "\tS", "S\u00a0", BYTE_ORDER_MARK + "S", "S\u200b", "   " })
    void S44_aSingleSecretWithWhiteSpaceAroundItIsRefused(String secret) {
        for (boolean production : new boolean[] { true, false }) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> new SessionSecrets(
                            mapping(config(environment("SESSION_SECRET", secret.replace("S", MAIN)))), production)
                            .keys("default"))
                    .withMessageStartingWith("The session secret begins or ends with white space")
                    .satisfies(SecretSourcesTest::saysNothingOfTheSecret);
        }
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new SessionSecrets(mapping(config(environment("SESSION_SECRET", MAIN,
                        "QUARKUS_USER_SESSION__CART__SECRET", secret.replace("S", A)))), true).keys("cart"))
                .withMessageStartingWith("quarkus.user-session.\"cart\".secret begins or ends with white space");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // what a Java process reads of é where LC_ALL=C
            "SESSION_SECRET | The session secret contains a character that could not be read",
            "QUARKUS_USER_SESSION_ACCEPTED_SECRETS | A secret of quarkus.user-session.accepted-secrets contains a character",
            "QUARKUS_USER_SESSION__CART__SECRET | quarkus.user-session.\"cart\".secret contains a character" })
    void S44_aSecretThatCouldNotBeReadIsRefused(String variable, String message) {
        Map<String, String> variables = new HashMap<>(Map.of("SESSION_SECRET", MAIN));
        variables.put(variable, A + "\ufffd\ufffd");
        SessionSecrets secrets = new SessionSecrets(mapping(config(new EnvConfigSource(variables, 300))), true);

        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> {
            secrets.keys("default");
            secrets.keys("cart");
        }).withMessageStartingWith(message).withMessageContaining("LC_ALL")
                .satisfies(SecretSourcesTest::saysNothingOfTheSecret);
    }

    @ParameterizedTest
    @CsvSource({ "SESSION_SECRET, The session secret contains a line break",
            "QUARKUS_USER_SESSION_ACCEPTED_SECRETS, A secret of quarkus.user-session.accepted-secrets contains a line break" })
    void S44_secretsOnSeveralLinesAreRefused(String variable, String message) {
        Map<String, String> variables = new HashMap<>(Map.of("SESSION_SECRET", MAIN));
        variables.put(variable, A + "\n" + B);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> keys(new EnvConfigSource(variables, 300))).withMessageStartingWith(message)
                .satisfies(SecretSourcesTest::saysNothingOfTheSecret);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "," })
    void anEmptyListCountsAsAbsent(String list) {
        KeyRing keys = keys(environment("SESSION_SECRET", MAIN, "QUARKUS_USER_SESSION_ACCEPTED_SECRETS", list));

        assertThat(keys.current().id()).isEqualTo(CookieKey.of(MAIN).id());
    }

    @ParameterizedTest
    @ValueSource(strings = { " ", " , ", "\n", "\t,\r\n" })
    void S44_aListOfBlanksIsRefused(String list) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> keys(environment("SESSION_SECRET", MAIN, "QUARKUS_USER_SESSION_ACCEPTED_SECRETS", list)))
                .withMessageStartingWith("quarkus.user-session.accepted-secrets contains only white space");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "accepted-secrets=${OLD_SECRET:}         | accepted-secrets",
            "accepted-secrets=${OLD_SECRET}          | accepted-secrets",
            "accepted-secrets=${EMPTY}               | accepted-secrets",
            "accepted-secrets=${BLANK}               | accepted-secrets",
            "accepted-secrets=A,${OLD_SECRET:}       | accepted-secrets",
            "accepted-secrets=A, ${EMPTY} ,B         | accepted-secrets",
            "accepted-secrets=${OLD_SECRET:},${NONE} | accepted-secrets",
            "accepted-secrets=A${                    | accepted-secrets",
            "accepted-secrets=A,${OLD:${OLDER:}}     | accepted-secrets",
            "accepted-secrets=A,${OLD:}${OLDER:}     | accepted-secrets",
            "accepted-secrets=A,${OLD:${EMPTY}},B    | accepted-secrets",
            "import.secrets=A,${OLD:${BLANK}}        | import.secrets",
            "accepted-secrets[0]=${OLD_SECRET:}      | accepted-secrets",
            "cart.accepted-secrets=${OLD_SECRET:}    | cart.accepted-secrets",
            "\"cart\".accepted-secrets=${OLD_SECRET} | \"cart\".accepted-secrets",
            "cart.secret=${CART_SECRET:}             | cart.secret",
            "secret=${MAIN_SECRET:}                  | secret",
            "secret=abc${MAIN_SECRET}                | secret",
            "import.secrets=${OLD_SECRET:}           | import.secrets",
            "import.secrets=pa${ssword               | import.secrets",
            "import.block-keys=${OLD_SECRET:}        | import.block-keys" })
    void S44_anExpressionThatCameToNothingIsRefusedWithItsKey(String setting, String key) {
        SmallRyeConfig config = config(new EnvConfigSource(Map.of("EMPTY", "", "BLANK", " \n"), 300),
                properties("quarkus.user-session." + setting.replace("=A", "=" + A)));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> SecretExpressions.check(config, List.of("cart")))
                .withMessageStartingWith(
                        "quarkus.user-session." + key + " contains an expression, ${...}, that has no value")
                .satisfies(SecretSourcesTest::saysNothingOfTheSecret);
    }

    @Test
    void S44_anExpressionInTheVariableOfTheSecretIsNamed() {
        SmallRyeConfig config = config(environment("SESSION_SECRET", "Tz6Rk1Wq8Nf3Xb5Yd0${NOT_SET}Lh7Vc2Js9Gm4PaZ"));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> SecretExpressions.check(config, List.of()))
                .withMessageStartingWith("SESSION_SECRET contains an expression");
    }

    @ParameterizedTest
    @ValueSource(strings = { "accepted-secrets=", "accepted-secrets=A,B", "accepted-secrets=${OLD_SECRET:A}",
            "accepted-secrets=${KNOWN},A", "accepted-secrets=A,${OLD:${KNOWN}}", "accepted-secrets=${KNOWN},",
            "secret=${SESSION_SECRET}",
            "secret=${SESSION_SECRET:}",
            "secret=x$${y}z", "accepted-secrets=$${A},b", "import.secrets=pa\\\\${ssword", "import.block-keys=,A" })
    void otherSettingsAreLeftAlone(String setting) {
        SecretExpressions.check(config(new EnvConfigSource(Map.of("KNOWN", A + ", " + B), 300),
                properties("quarkus.user-session." + setting)), List.of("cart"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // secret      properties file      environment variable
            "`pass,word`  | `pass\\\\,word`      | `pass\\,word`",
            "`pass\\word` | `pass\\\\\\\\word`   | `pass\\\\word`",
            "`pa$$word`   | `pa\\\\$\\\\$word`   | `pa\\$\\$word`",
            "`pa$word`    | `pa$word`            | `pa$word`",
            "`pa${word}`  | `pa\\\\${word}`      | `pa\\${word}`",
            "`pa${word}`  | `pa$${word}`         | `pa$${word}`",
            "`$,\\${x`    | `\\\\$\\\\,\\\\\\\\\\\\${x` | `\\$\\,\\\\\\${x`" })
    void secretsOfTheOtherSystemAreSpelledAsTheGuideSays(String secret, String file, String variable) {
        for (UserSessionConfig config : List.of(
                mapping(config(properties("quarkus.user-session.import.secrets=other," + file))),
                mapping(config(environment("QUARKUS_USER_SESSION_IMPORT_SECRETS", "other," + variable))))) {
            assertThat(config.sessions().get("<default>").importing().secrets()).get().asInstanceOf(LIST)
                    .containsExactly("other", secret);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "x,A", "x, A ", " x,\n A\n" })
    void S44_whiteSpaceIsNoPartOfAKeyOfTheOtherSystem(String list) {
        String blockKey = "0123456789abcdef";
        UserSessionConfig config = mapping(config(environment("SESSION_SECRET", MAIN,
                "QUARKUS_USER_SESSION_IMPORT_FORMAT", "gorilla", "QUARKUS_USER_SESSION_IMPORT_UNTIL", "2027-12-31",
                "QUARKUS_USER_SESSION_IMPORT_SECRETS", list, "QUARKUS_USER_SESSION_IMPORT_BLOCK_KEYS",
                list.replace("x", "").replace("A", blockKey))));

        // a block key with white space would have a wrong length
        assertThat(
                ImportSettings.of(config, "default",
                        new CookieAttributes("__session", "/", null, SameSite.LAX, true, Secure.AUTO, false),
                        Instant.parse("2026-06-01T12:00:00Z")))
                .isPresent();
        assertThat(SecretSpelling.list("key", config.sessions().get("<default>").importing().secrets().orElseThrow()))
                .containsExactly("x", "A");
    }

    private static void assertOpens(KeyRing keys, String... secrets) {
        assertThat(keys.current().id()).isEqualTo(CookieKey.of(MAIN).id());
        for (String secret : secrets) {
            assertThat(keys.find(CookieKey.of(secret).id())).isNotNull();
        }
    }

    private static void saysNothingOfTheSecret(ConfigurationException e) {
        assertThat(e.getMessage()).hasLineCount(1).doesNotContain(MAIN, A, B, "ssword", "Tz6Rk1");
    }

    private static KeyRing keys(ConfigSource source) {
        return new SessionSecrets(mapping(config(source)), true).keys("default");
    }

    private static UserSessionConfig mapping(SmallRyeConfig config) {
        return config.getConfigMapping(UserSessionConfig.class);
    }

    private static SmallRyeConfig config(ConfigSource... sources) {
        return new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters()
                .withDefaultValue(UserSessionConfig.SECRET_KEY, UserSessionConfig.SECRET_DEFAULT).withSources(sources)
                .withMapping(UserSessionConfig.class).build();
    }

    private static ConfigSource environment(String... namesAndValues) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new EnvConfigSource(variables, 300);
    }

    private static ConfigSource properties(String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> values = new HashMap<>();
        properties.forEach((key, value) -> values.put((String) key, (String) value));
        return new PropertiesConfigSource(values, "application.properties", 250);
    }
}
