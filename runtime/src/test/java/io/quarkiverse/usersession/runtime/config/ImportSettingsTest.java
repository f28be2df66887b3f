package io.quarkiverse.usersession.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usersession.runtime.CapturedLog;
import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.cookie.Importer;
import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class ImportSettingsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String GOOD_SECRET = "Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a";

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
    void S2_aNamedSessionImportsOnlyIfItSaysSoAndOtherwiseAsTheUnnamedOne() {
        UserSessionConfig config = TestConfig.of("import.format", "remix", "import.secrets", GOOD_SECRET, "import.until",
                "2026-12-31", "import.cookie-name", "old", "cart.max-age", "1H", "onboarding.import.format", "gorilla");

        assertThat(ImportSettings.of(config, "cart", cookie("__cart"), NOW)).isEmpty();
        assertThat(ImportSettings.of(config, "onboarding", cookie("__onboarding"), NOW)).get()
                .extracting(importer -> importer.cookie().name()).isEqualTo("__onboarding");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "import.secrets=x                                                   | import.secrets is set without"
                    + " quarkus.user-session.import.format: set that to remix or gorilla",
            "import.format=remix import.secrets=x                               | import.until is missing: set it to the last day",
            "import.format=remix import.until=2026-12-31                        | import.secrets is missing: set it to the secrets",
            "import.format=remix import.until=2026-12-31 import.secrets=x import.block-keys=y | import.block-keys is for gorilla"
                    + " only",
            "import.format=remix import.until=2026-12-31 import.secrets=x import.max-age=1D | import.max-age is for gorilla only",
            "import.format=gorilla import.until=2026-12-31 import.secrets=x import.max-age=0 | import.max-age must be at least one"
                    + " second",
            "import.format=remix import.until=2026-12-31 import.secrets=x import.serializer=gob | import.serializer is for gorilla"
                    + " only",
            "import.format=gorilla import.until=2026-12-31 import.secrets=x import.block-keys=,0123456789abcdef |"
                    + " import.block-keys has more keys than quarkus.user-session.import.secrets",
            "import.format=gorilla import.until=2026-12-31 import.secrets=x import.block-keys=short | A block key has 16, 24 or 32"
                    + " bytes" })
    void aMistakeIsNamedWithItsKeyAndTheFix(String settings, String message) {
        String[] keysAndValues = settings.strip().split("[ =]");

        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> importer(keysAndValues))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).doesNotContain("0123456789abcdef", "short"));
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
            importer("import.format", "remix", "import.secrets", GOOD_SECRET, "import.until", "2026-05-31");

            assertThat(log.messages("WARN")).singleElement().asString().contains("Session cookies are not imported any more",
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
        return ImportSettings.of(TestConfig.of(keysAndValues), cookie("__session"), NOW);
    }
}
