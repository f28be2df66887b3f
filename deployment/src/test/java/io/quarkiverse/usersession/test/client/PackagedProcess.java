package io.quarkiverse.usersession.test.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An application that a test has packaged, in a process of its own. */
public final class PackagedProcess implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 120;
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");

    private final Process process;
    private final Path output;

    private PackagedProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param directory for what it prints */
    public static PackagedProcess start(Path jar, Path directory, Map<String, String> environment) throws IOException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        ProcessBuilder application = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString())
                .redirectErrorStream(true).redirectOutput(output.toFile());
        application.environment().remove("SESSION_SECRET");
        application.environment().putAll(environment);
        return new PackagedProcess(application.start(), output);
    }

    /** The port it listens on, as soon as it does. */
    public int port() throws IOException, InterruptedException {
        outputUntil(LISTENING);
        Matcher listening = LISTENING.matcher(output());
        assertThat(listening.find()).isTrue();
        return Integer.parseInt(listening.group(1));
    }

    /** What it has printed as soon as that is in it. */
    public String outputUntil(Pattern text) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        boolean ended = false;
        while (!text.matcher(output()).find()) {
            if (ended || System.nanoTime() > end) {
                throw new AssertionError("it has not printed " + text + ":\n" + output());
            }
            ended = process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        return output();
    }

    private String output() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
