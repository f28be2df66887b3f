package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged application in a process of its own, in production mode, on a free port. */
final class PackagedShop implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 30;
    private static final Pattern LISTENING = Pattern.compile("Listening on:.*\\R");

    private final Process process;
    private final Path output;

    private PackagedShop(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param directory for what it prints */
    static PackagedShop start(Path directory, Map<String, String> environment) throws IOException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        ProcessBuilder application = new ProcessBuilder(PackagedArtifact.last().command()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        application.environment().remove("SESSION_SECRET");
        application.environment().put("QUARKUS_HTTP_PORT", "0");
        application.environment().put("QUARKUS_HTTP_SSL_PORT", "0");
        application.environment().putAll(environment);
        return new PackagedShop(application.start(), output);
    }

    /** The port it listens on, as soon as it does. */
    int port() throws IOException, InterruptedException {
        return port("http");
    }

    /** The port it listens on for HTTPS, as soon as it does. */
    int httpsPort() throws IOException, InterruptedException {
        return port("https");
    }

    private int port(String scheme) throws IOException, InterruptedException {
        Matcher port = Pattern.compile("\\b" + scheme + "://[^:]+:(\\d+)").matcher(listening());
        assertThat(port.find()).as("the application listens for %s", scheme).isTrue();
        return Integer.parseInt(port.group(1));
    }

    private String listening() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (System.nanoTime() < end) {
            Matcher listening = LISTENING.matcher(Files.readString(output));
            if (listening.find()) {
                return listening.group();
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new AssertionError("the application has not started:\n" + Files.readString(output));
    }

    /** What it has printed until it listens. */
    String outputOfStart() throws IOException, InterruptedException {
        listening();
        return Files.readString(output);
    }

    /** What it has printed until it ended by itself. */
    String outputAtExit(int code) throws IOException, InterruptedException {
        assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).as("the application has ended").isTrue();
        assertThat(process.exitValue()).isEqualTo(code);
        return Files.readString(output);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
