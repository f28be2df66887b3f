package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkiverse.usersession.testsupport.PackagedArtifact;
import io.quarkiverse.usersession.testsupport.PackagedProcess;

/** The packaged application refuses to start with a bad configuration, and says what to do in one line. */
class StartIT {

    private static final String GOOD_SECRET = "Tz6Rk1Wq8Nf3Xb5Yd0Lh7Vc2Js9Gm4PaZ";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "Tz6Rk1Wq8Nf3Xb5Yd0Lh7Vc2Js9Gm4P                  | it is shorter than 32 bytes",
            "changeme-changeme-changeme-changeme              | it consists of words, sequences or repetitions",
            "Change_Me-1234567890-abcdefghijklmnop            | it consists of words, sequences or repetitions",
            "correct horse battery staple and then some       | it consists of words, sequences or repetitions",
            "x7Kp9q2Lx7Kp9q2Lx7Kp9q2Lx7Kp9q2L                 | it consists of words, sequences or repetitions",
            "Y29ycmVjdCBob3JzZSBiYXR0ZXJ5IHN0YXBsZQ==         | it is an encoding of words, sequences or repetitions",
            "5f4dcc3b5aa765d61d8327deb882cf99                 | it is the hash of a common word",
            "2818143646516f6fffd707b36f334bbb                 | it has been published" })
    void S4_aWeakSecretIsRefused(String secret, String reason) throws Exception {
        String output = outputOfFailedStart(Map.of("SESSION_SECRET", secret));
        assertThat(output.lines()).singleElement().asString()
                .contains("The session secret is too weak: " + reason + ". Set the environment variable SESSION_SECRET",
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
        for (Map<String, String> environment : List.of(Map.<String, String> of(), Map.of("SESSION_SECRET", ""))) {
            String output = outputOfFailedStart(environment);
            assertThat(output.lines()).singleElement().asString()
                    .contains("The session secret is missing: set the environment variable SESSION_SECRET",
                            "openssl rand -base64 48");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "SESSION_SECRET                         | Tz6Rk1Wq8Nf3Xb5Yd0${NOT_SET}Lh7Vc2Js9Gm4PaZ | SESSION_SECRET contains an"
                    + " expression, ${...}",
            "QUARKUS_USER_SESSION_ACCEPTED_SECRETS  | ${NOT_SET:}  | quarkus.user-session.accepted-secrets contains an expression",
            "QUARKUS_USER_SESSION_ACCEPTED_SECRETS  | `, `         | quarkus.user-session.accepted-secrets contains only white space",
            "SESSION_SECRET                         | ` ` | The session secret begins or ends with white space" })
    void S44_aSecretThatCannotHaveBeenMeantIsRefused(String variable, String value, String message) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of("SESSION_SECRET", GOOD_SECRET));
        environment.put(variable, value);

        assertThat(outputOfFailedStart(environment).lines()).singleElement().asString().contains(message);
    }

    /** A native executable reads the environment as UTF-8 whatever the locale is. */
    @Test
    void S44_aSecretThatJavaCannotReadIsRefused() throws Exception {
        String secret = GOOD_SECRET + "\u00e9";
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "this JVM can't give a process such a secret");
        if (PackagedArtifact.last().isNative()) {
            assertBothReadTheSame(Map.of("SESSION_SECRET", secret, "LC_ALL", "C"),
                    Map.of("SESSION_SECRET", secret, "LC_ALL", "C.UTF-8"));
            return;
        }

        String output = outputOfFailedStart(Map.of("SESSION_SECRET", secret, "LC_ALL", "C"));

        assertThat(output.lines()).singleElement().asString()
                .contains("The session secret contains a character that could not be read", "LC_ALL");
    }

    private void assertBothReadTheSame(Map<String, String> one, Map<String, String> other) throws Exception {
        Browser visitor = new Browser();
        try (PackagedProcess first = PackagedShop.start(directory, one);
                PackagedProcess second = PackagedShop.start(directory, other)) {
            visitor.get("http://localhost:" + first.port() + "/");
            assertThat(visitor.get("http://localhost:" + second.port() + "/").asString())
                    .contains("This is your visit number 2.");
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
        try (PackagedProcess shop = PackagedShop.start(directory, environment)) {
            return shop.outputAtExit(1);
        }
    }
}
