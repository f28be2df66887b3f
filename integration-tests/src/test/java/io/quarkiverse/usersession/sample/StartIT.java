package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged application refuses to start with a bad configuration, and says what to do in one line. */
class StartIT {

    private static final String GOOD_SECRET = "Tz6Rk1Wq8Nf3Xb5Yd0Lh7Vc2Js9Gm4PaZ";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "Tz6Rk1Wq8Nf3Xb5Yd0Lh7Vc2Js9Gm4P                  | it is shorter than 32 bytes",
            "changeme-changeme-changeme-changeme              | it is a placeholder",
            "Change_Me-1234567890-abcdefghijklmnop            | it is a placeholder",
            "secret-of-my-application-1234567890              | it is a placeholder",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa         | it has too little variety",
            "x7Kp9q2Lx7Kp9q2Lx7Kp9q2Lx7Kp9q2L                 | it has too little variety",
            "2818143646516f6fffd707b36f334bbb                 | it has been published" })
    void S4_aWeakSecretIsRefused(String secret, String reason) throws Exception {
        String output = outputOfFailedStart(Map.of("SESSION_SECRET", secret));
        assertThat(output.lines()).singleElement().asString()
                .contains("The session secret is too weak, " + reason + ": set the environment variable SESSION_SECRET",
                        "openssl rand -base64 48");
        assertThat(output).doesNotContain(secret);
    }

    @Test
    void S4_theSecretOfOurOwnReadmeIsRefused() throws Exception {
        Matcher example = Pattern.compile("SESSION_SECRET=([\\w+/=-]{32,})").matcher(Files.readString(Path.of("../README.md")));
        assertThat(example.find()).as("README.md shows a secret").isTrue();

        String output = outputOfFailedStart(Map.of("SESSION_SECRET", example.group(1)));
        assertThat(output.lines()).singleElement().asString().contains("it has been published");
    }

    @Test
    void S6_aMissingSecretIsRefused() throws Exception {
        for (Map<String, String> environment : List.of(Map.<String, String> of(), Map.of("SESSION_SECRET", ""),
                Map.of("SESSION_SECRET", "Tz6Rk1Wq8Nf3Xb5Yd0${NOT_SET}Lh7Vc2Js9Gm4PaZ"))) {
            String output = outputOfFailedStart(environment);
            assertThat(output.lines()).singleElement().asString()
                    .contains("The session secret is missing: set the environment variable SESSION_SECRET",
                            "openssl rand -base64 48", "${...}");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "QUARKUS_USER_SESSION_COOKIE_NAME=my session | quarkus.user-session.cookie.name=my session can't be used",
            "QUARKUS_USER_SESSION_MAX_AGE=0S             | quarkus.user-session.max-age must be between one second" })
    void aSettingThatCannotBeUsedIsRefused(String variable, String message) throws Exception {
        String[] nameAndValue = variable.split("=");

        String output = outputOfFailedStart(Map.of("SESSION_SECRET", GOOD_SECRET, nameAndValue[0], nameAndValue[1]));
        assertThat(output.lines()).singleElement().asString().contains(message);
    }

    private String outputOfFailedStart(Map<String, String> environment) throws IOException, InterruptedException {
        try (PackagedShop shop = PackagedShop.start(directory, environment)) {
            return shop.outputAtExit(1);
        }
    }
}
