package io.quarkiverse.usersession.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.usersession.testsupport.PackagedProcess;
import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;

/** A packaged application that takes changes from a developer on another machine. */
class RemoteDevelopmentTest {

    // development mode does not end then, but waits for a change
    private static final String RECOVERING = "Attempting to start live reload endpoint to recover from previous Quarkus startup"
            + " failure";

    @RegisterExtension
    static final QuarkusProdModeTest APP = new QuarkusProdModeTest()
            .withEmptyApplication()
            .overrideConfigKey("quarkus.package.jar.type", "mutable-jar")
            .overrideConfigKey("quarkus.live-reload.password", "of-the-developer")
            .overrideConfigKey("quarkus.http.port", "0");

    @ProdBuildResults
    ProdModeTestResults results;

    @TempDir
    Path directory;

    @Test
    void S43_itDoesNotStartWithoutASecret() throws Exception {
        assertThatItRefusesToStart(Map.of(),
                "The session secret is missing: set the environment variable SESSION_SECRET");
    }

    @Test
    void S43_itDoesNotStartWithASecretThatProductionWouldRefuse() throws Exception {
        assertThatItRefusesToStart(Map.of("SESSION_SECRET", "too-short"), "The session secret is too weak");
    }

    private void assertThatItRefusesToStart(Map<String, String> environment, String message) throws Exception {
        Map<String, String> remote = new HashMap<>(environment);
        remote.put("QUARKUS_LAUNCH_DEVMODE", "true");
        try (PackagedProcess application = PackagedProcess.start(results.getBuiltArtifactPath(), directory, remote)) {
            for (String expected : List.of(message, RECOVERING)) { // in any order, as threads of their own print them
                assertThat(application.outputUntil(Pattern.compile(Pattern.quote(expected) + "|Listening on:")))
                        .contains(expected).doesNotContain("Listening on:");
            }
        }
    }
}
