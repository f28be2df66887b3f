package io.quarkiverse.usersession.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A packaged application in a process of its own, in production mode, on a free port. */
public final class PackagedProcess implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 300;
    private static final Pattern LISTENING = Pattern.compile("Listening on:.*\\R");

    private final Process process;
    private final Path output;

    private PackagedProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param directory the directory for its output */
    public static PackagedProcess start(Path jar, Path directory, Map<String, String> environment) throws IOException {
        return start(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()),
                directory, environment);
    }

    /** @param directory the directory for its output */
    public static PackagedProcess start(List<String> command, Path directory, Map<String, String> environment)
            throws IOException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        ProcessBuilder application = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        application.environment().remove("SESSION_SECRET");
        // of which a JVM prints a line
        application.environment().remove("JAVA_TOOL_OPTIONS");
        application.environment().remove("JDK_JAVA_OPTIONS");
        application.environment().put("QUARKUS_HTTP_PORT", "0");
        application.environment().put("QUARKUS_HTTP_SSL_PORT", "0");
        application.environment().putAll(environment);
        return new PackagedProcess(application.start(), output);
    }

    /** The port on which it listens. Waits until it listens. */
    public int port() throws IOException, InterruptedException {
        return port("http");
    }

    /** The port on which it listens for HTTPS. Waits until it listens. */
    public int httpsPort() throws IOException, InterruptedException {
        return port("https");
    }

    private int port(String scheme) throws IOException, InterruptedException {
        Matcher listening = LISTENING.matcher(outputOfStart());
        Matcher port = Pattern.compile("\\b" + scheme + "://[^:]+:(\\d+)").matcher(listening.find() ? listening.group() : "");
        if (!port.find()) {
            throw new AssertionError("it does not listen for " + scheme);
        }
        return Integer.parseInt(port.group(1));
    }

    /** Its output. Waits until it listens. */
    public String outputOfStart() throws IOException, InterruptedException {
        return outputUntil(LISTENING);
    }

    /** Its output. Waits until this text is in it. */
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

    /** Its output. Waits until it has ended by itself. */
    public String outputAtExit(int code) throws IOException, InterruptedException {
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it has not ended:\n" + output());
        }
        if (process.exitValue() != code) {
            throw new AssertionError("it has ended with " + process.exitValue() + ":\n" + output());
        }
        return output();
    }

    private String output() throws IOException {
        return Files.readString(output);
    }

    /** Returns when it has ended, so that its port is free. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
