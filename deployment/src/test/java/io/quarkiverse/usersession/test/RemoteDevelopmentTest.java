package io.quarkiverse.usersession.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;

/** A packaged application that takes changes from a developer on another machine. */
class RemoteDevelopmentTest {

    private static final int TIMEOUT_SECONDS = 60;

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
        assertThat(startedWith(Map.of()))
                .contains("The session secret is missing: set the environment variable SESSION_SECRET");
    }

    @Test
    void S43_itDoesNotStartWithASecretThatProductionWouldRefuse() throws Exception {
        assertThat(startedWith(Map.of("SESSION_SECRET", "too-short"))).contains("The session secret is too weak");
    }

    /** What it prints until it listens for requests of the application, or for changes that let it start. */
    private String startedWith(Map<String, String> environment) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        ProcessBuilder application = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                results.getBuiltArtifactPath().toString()).redirectErrorStream(true).redirectOutput(output.toFile());
        application.environment().remove("SESSION_SECRET");
        application.environment().put("QUARKUS_LAUNCH_DEVMODE", "true");
        application.environment().putAll(environment);
        Process process = application.start();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
            while (System.nanoTime() < end && !process.waitFor(50, TimeUnit.MILLISECONDS)) {
                String printed = Files.readString(output);
                if (printed.contains(RECOVERING)) {
                    return printed;
                }
                assertThat(printed).doesNotContain("Listening on:");
            }
            throw new AssertionError("it has neither started nor refused to:\n" + Files.readString(output));
        } finally {
            process.destroyForcibly();
        }
    }
}
