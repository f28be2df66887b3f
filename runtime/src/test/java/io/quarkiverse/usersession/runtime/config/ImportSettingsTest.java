package io.quarkiverse.usersession.runtime.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.quarkiverse.usersession.runtime.foreign.Importer;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class ImportSettingsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String GOOD_SECRET = "wV5nC9r2LqK8xTz0mYb4Jd7Hs1Pf6Ga3";

    @Test
    void nothingIsImportedUnlessAFormatIsSet() {
        assertThat(importer("max-age", "1H")).isEmpty();
        assertThat(ImportSettings.of(TestConfig.of(), "cart", cookie("__cart"), NOW)).isEmpty();
    }

    @Test
    void importsFromTheCookieOfTheSessionUnlessItHasAnotherName() {
        assertThat(importer("import.format", "remix", "import.secrets", GOOD_SECRET, "import.until", "2026-12-31"))
                .get().extracting(importer -> importer.cookie().name()).isEqualTo("__session");
        assertThat(importer("import.format", "gorilla", "import.secrets", GOOD_SECRET, "import.until", "2026-12-31",
                "import.cookie-name", "old")).get().extracting(importer -> importer.cookie().name()).isEqualTo("old");
    }

    @Test
    void S2_aNamedSessionImportsOnlyIfItSaysSoAndOtherwiseAsTheDefaultSession() {
        UserSessionConfig config = TestConfig.of("import.format", "remix", "import.secrets", GOOD_SECRET, "import.until",
                "2026-12-31", "import.cookie-name", "old", "cart.max-age", "1H", "onboarding.import.format", "gorilla");

        assertThat(ImportSettings.of(config, "cart", cookie("__cart"), NOW)).isEmpty();
        assertThat(ImportSettings.of(config, "onboarding", cookie("__onboarding"), NOW)).get()
                .extracting(importer -> importer.cookie().name()).isEqualTo("__onboarding");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "import.secrets=x                                                   | import.secrets is set without"
                    + " quarkus.user-session.import.format: set the format to remix or gorilla",
            "import.format=remix import.secrets=x                               | import.until is missing: set it to the last day",
            "import.format=remix import.until=2026-12-31                        | import.secrets is missing: set it to the secrets",
            "import.format=remix import.until=2026-12-31 import.secrets=x import.block-keys=y | import.block-keys is only for"
                    + " gorilla",
            "import.format=remix import.until=2026-12-31 import.secrets=x import.max-age=1D | import.max-age is only for"
                    + " gorilla",
            "import.format=gorilla import.until=2026-12-31 import.secrets=x import.max-age=0 | import.max-age must be at least one"
                    + " second",
            "import.format=remix import.until=2026-12-31 import.secrets=x import.serializer=gob | import.serializer is only for"
                    + " gorilla",
            "import.format=gorilla import.until=2026-12-31 import.secrets=x import.block-keys=,0123456789abcdef |"
                    + " import.block-keys has more keys than quarkus.user-session.import.secrets",
            "import.format=gorilla import.until=2026-12-31 import.secrets=x import.block-keys=short | A block key has 16, 24 or 32"
                    + " bytes",
            "import.format=gorilla import.until=2026-12-31 import.secrets=hex:s3cr3t | quarkus.user-session.import.secrets has a"
                    + " key that can't be decoded: after hex: write two hexadecimal digits for each byte",
            "import.format=gorilla import.until=2026-12-31 import.secrets=hex:abc | import.secrets has a key that can't be",
            "import.format=gorilla import.until=2026-12-31 import.secrets=x,base64:s3cr%t | import.secrets has a key that can't",
            "import.format=gorilla import.until=2026-12-31 import.secrets=x import.block-keys=hex:s3cr3t |"
                    + " quarkus.user-session.import.block-keys has a key that can't be decoded",
            "import.format=gorilla import.until=2026-12-31 import.secrets=x import.block-keys=base64:czNjcjN0 | A block key has",
            "import.format=gorilla import.until=2026-12-31 import.secrets=hex: | A key to verify cookies with must not be empty",
            "import.format=remix import.until=2026-12-31 import.secrets=x import.cookie-name=__Host-s import.cookie-path=/app |"
                    + " import.cookie-path=/app can't be used: a cookie whose name begins with __Host- must have the path /",
            "import.format=remix import.until=2026-12-31 import.secrets=x import.cookie-name=__Host-s import.cookie-domain=a.org |"
                    + " import.cookie-domain=a.org can't be used" })
    void aMistakeIsNamedWithItsKeyAndTheFix(String settings, String message) {
        String[] keysAndValues = settings.strip().split("[ =]");

        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> importer(keysAndValues))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1)
                        .doesNotContain("0123456789abcdef", "short", "s3cr", "czNj")
                        .doesNotContain("abc"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // hash key, block key and cookie of the published vectors; written on 2026-11-24
            "other,a-32-byte-long-secret-key-here!! | ,0123456789abcdef0123456789abcdef | true",
            "a-32-byte-long-secret-key-here!!,other | 0123456789abcdef0123456789abcdef  | true",
            "other,a-32-byte-long-secret-key-here!! | 0123456789abcdef0123456789abcdef, | false",
            "a-32-byte-long-secret-key-here!!,other | ,0123456789abcdef0123456789abcdef | false" })
    void aBlockKeyStandsAtThePlaceOfItsSecret(String secrets, String blockKeys, boolean opens) {
        Importer importer = importer("import.format", "gorilla", "import.until", "2027-12-31", "import.secrets", secrets,
                "import.block-keys", blockKeys).orElseThrow();

        assertThat(importer.open(List.of("__session=" + gorillaVector("AES-256-CTR block key")), 1_795_479_300L) != null)
                .isEqualTo(opens);
    }

    @ParameterizedTest
    @ValueSource(strings = { "a-32-byte-long-secret-key-here!!",
            "hex:612d33322d627974652d6c6f6e672d7365637265742d6b65792d6865726521" + "21",
            "hex:612D33322D627974652D6C6F6E672D7365637265742D6B65792D686572652121",
            "base64:YS0zMi1ieXRlLWxvbmctc2VjcmV0LWtleS1oZXJlISE=",
            "base64:YS0zMi1ieXRlLWxvbmctc2VjcmV0LWtleS1oZXJlISE" })
    void keysOfGorillaAreTextsOrBytes(String secret) {
        for (String blockKey : List.of("0123456789abcdef0123456789abcdef",
                "hex:3031323334353637383961626364656630313233343536373839616263646566",
                "base64:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")) {
            Importer importer = importer("import.format", "gorilla", "import.until", "2027-12-31", "import.secrets", secret,
                    "import.block-keys", blockKey).orElseThrow();

            assertThat(importer.open(List.of("__session=" + gorillaVector("AES-256-CTR block key")), 1_795_479_300L))
                    .isNotNull();
        }
    }

    @Test
    void bothAlphabetsOfBase64StandForTheSameBytes() {
        assertThat(ImportKeys.bytes("base64:-_8=", "a")).isEqualTo(new byte[] { (byte) 0xfb, (byte) 0xff });
        assertThat(ImportKeys.bytes("base64:+/8=", "a")).isEqualTo(new byte[] { (byte) 0xfb, (byte) 0xff });
        assertThat(ImportKeys.bytes("hex:00fF", "a")).isEqualTo(new byte[] { 0, (byte) 0xff });
        assertThat(ImportKeys.bytes("Hex:00", "a")).asString().isEqualTo("Hex:00");
        assertThat(ImportKeys.bytes("zoë", "a")).hasSize(4);
    }

    @Test
    void secretsOfRemixAreTextsWhateverTheyBeginWith() {
        // {"a":1}, signed with the text "base64:c2VjcmV0"
        Importer importer = importer("import.format", "remix", "import.until", "2026-12-31", "import.secrets",
                "base64:c2VjcmV0,hex:no digits").orElseThrow();

        assertThat(importer.open(List.of("__session=" + signed("base64:c2VjcmV0")), 1_700_000_000L)).isNotNull();
        assertThat(importer.open(List.of("__session=" + signed("secret")), 1_700_000_000L)).isNull();
    }

    private static String signed(String secret) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "eyJhIjoxfQ==."
                    + Base64.getEncoder().withoutPadding().encodeToString(hmac.doFinal("eyJhIjoxfQ==".getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void S4_theWeaknessOfAKeyIsJudgedWithoutWhatItsBytesAreWrittenAs() {
        try (CapturedLog log = new CapturedLog()) {
            importer("import.format", "gorilla", "import.until", "2026-12-31", "import.secrets",
                    "hex:" + "8f3a1c5e7b9d2f4061a8c3e5d7f90b1284c6e8fa1d3b5f70928a4c6e0d2f4b68");
            assertThat(log.messages("WARN")).isEmpty();

            // 29 characters, which are 32 with hex:
            importer("import.format", "gorilla", "import.until", "2026-12-31", "import.secrets",
                    "hex:8f3a1c5e7b9d2f4061a8c3e5d7f9");
            assertThat(log.messages("WARN")).singleElement().asString().contains("is weak");
        }
    }

    @Test
    void S4_weakSecretsOfTheOtherSystemAreTakenWithAWarningThatDoesNotShowThem() {
        try (CapturedLog log = new CapturedLog()) {
            assertThat(importer("import.format", "remix", "import.secrets", GOOD_SECRET + ",abcdef1234", "import.until",
                    "2026-12-31")).isPresent();

            assertThat(log.messages("WARN")).singleElement().asString()
                    .contains("quarkus.user-session.import.secrets", "is weak", "quarkus.user-session.import.until")
                    .doesNotContain("abcdef1234", GOOD_SECRET);
        }
    }

    @Test
    void anImportWhoseTimeIsOverSaysSoAtStart() {
        try (CapturedLog log = new CapturedLog()) {
            // no warning of the weak secret beside it, as it is good for nothing any more
            importer("import.format", "remix", "import.secrets", "weak", "import.until", "2026-05-31");

            assertThat(log.messages("WARN")).singleElement().asString().contains("Session cookies are no longer imported",
                    "quarkus.user-session.import.until=2026-05-31");
        }
        try (CapturedLog log = new CapturedLog()) {
            importer("import.format", "remix", "import.secrets", GOOD_SECRET, "import.until", "2026-06-01");

            assertThat(log.messages("WARN")).isEmpty();
        }
    }

    private static String gorillaVector(String name) {
        try (InputStream file = ImportSettingsTest.class.getResourceAsStream("/vectors/gorilla.json")) {
            JsonArray cases = new JsonObject(Buffer.buffer(file.readAllBytes())).getJsonArray("cases");
            return cases.stream().map(JsonObject.class::cast).filter(vector -> vector.getString("name").equals(name))
                    .findFirst().orElseThrow().getString("cookieValue");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CookieAttributes cookie(String name) {
        return new CookieAttributes(name, "/", null, SameSite.LAX, true, Secure.AUTO, false);
    }

    private static Optional<Importer> importer(String... keysAndValues) {
        return ImportSettings.of(TestConfig.of(keysAndValues), "default", cookie("__session"), NOW);
    }
}
