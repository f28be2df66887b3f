package io.quarkiverse.usersession.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usersession.runtime.CapturedLog;
import io.quarkiverse.usersession.runtime.cookie.Importer;
import io.quarkus.runtime.configuration.ConfigurationException;

class ImportSettingsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String GOOD_SECRET = "Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a";

    @Test
    void nothingIsImportedUnlessAFormatIsSet() {
        assertThat(importer("max-age", "1H")).isEmpty();
        assertThat(ImportSettings.of(TestConfig.of(), "cart", "__cart", NOW)).isEmpty();
    }

    @Test
    void importsFromTheCookieOfTheSessionUnlessItHasAnotherName() {
        assertThat(importer("import.format", "remix", "import.secrets", GOOD_SECRET, "import.until", "2026-12-31"))
                .get().extracting(Importer::cookieName).isEqualTo("__session");
        assertThat(importer("import.format", "gorilla", "import.secrets", GOOD_SECRET, "import.until", "2026-12-31",
                "import.cookie-name", "old")).get().extracting(Importer::cookieName).isEqualTo("old");
    }

    @Test
    void S2_aNamedSessionImportsOnlyIfItSaysSoAndOtherwiseAsTheUnnamedOne() {
        UserSessionConfig config = TestConfig.of("import.format", "remix", "import.secrets", GOOD_SECRET, "import.until",
                "2026-12-31", "import.cookie-name", "old", "cart.max-age", "1H", "onboarding.import.format", "gorilla");

        assertThat(ImportSettings.of(config, "cart", "__cart", NOW)).isEmpty();
        assertThat(ImportSettings.of(config, "onboarding", "__onboarding", NOW)).get()
                .extracting(Importer::cookieName).isEqualTo("__onboarding");
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

    @Test
    void aBlockKeyStandsAtThePlaceOfItsSecret() {
        assertThat(importer("import.format", "gorilla", "import.until", "2026-12-31", "import.secrets", "a,b,c",
                "import.block-keys", ",0123456789abcdef")).isPresent();
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

    private static Optional<Importer> importer(String... keysAndValues) {
        return ImportSettings.of(TestConfig.of(keysAndValues), "__session", NOW);
    }
}
