package io.quarkiverse.usersession.benchmarks.http.load;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An application of the benchmark that runs in a process of its own. */
final class Server implements AutoCloseable {

    private static final String SECRET = UUID.randomUUID() + "-" + UUID.randomUUID();

    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final Pattern STARTED = Pattern.compile("started in ([\\d.]+)s");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final String uri;
    private final Path log;
    private final long launchedAt;
    private long answeredAt;

    private Server(Process process, String uri, Path log, long launchedAt) {
        this.process = process;
        this.uri = uri;
        this.log = log;
        this.launchedAt = launchedAt;
    }

    /**
     * Starts the application and waits until it answers.
     *
     * @param command what runs it, without its configuration
     * @param core the number of the only core that it may use; empty for all
     * @param path what it is asked for
     */
    static Server start(List<String> command, Optional<Integer> core, String path) throws IOException, InterruptedException {
        return start(command, core, path, Map.of());
    }

    /** @param settings further environment variables */
    static Server start(List<String> command, Optional<Integer> core, String path, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> pinned = new ArrayList<>();
        core.ifPresent(number -> pinned.addAll(List.of("taskset", "-c", number.toString())));
        pinned.addAll(command);
        Path log = Files.createTempFile("benchmark-server", ".log");
        ProcessBuilder builder = new ProcessBuilder(pinned).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SESSION_SECRET", SECRET);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().putAll(settings);
        long launchedAt = System.nanoTime();
        Server server = new Server(builder.start(), "http://127.0.0.1:" + port, log, launchedAt);
        server.awaitAnswer(port, path);
        return server;
    }

    /** The command that runs a packaged Quarkus application, be it a jar or a native executable. */
    static List<String> command(Path application, String... options) {
        List<String> command = new ArrayList<>();
        if (application.toString().endsWith(".jar")) {
            command.add(java("java"));
            command.addAll(List.of(options));
            command.add("-jar");
        }
        command.add(application.toString());
        return command;
    }

    static String java(String tool) {
        return System.getProperty("java.home") + File.separator + "bin" + File.separator + tool;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer(int port, String path) throws IOException, InterruptedException {
        while (true) {
            try (Connection connection = new Connection(port)) {
                if (connection.get(path, "").status() == 200) {
                    answeredAt = System.nanoTime();
                    return;
                }
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() - launchedAt > PATIENCE_NANOS) {
                    process.destroy();
                    throw new IOException("The application does not answer: " + Files.readString(log), e);
                }
            }
            Thread.sleep(1);
        }
    }

    String uri() {
        return uri;
    }

    int port() {
        return URI.create(uri).getPort();
    }

    long pid() {
        return process.pid();
    }

    CpuTime cpuTime() throws IOException {
        return CpuTime.of(pid());
    }

    double millisToFirstAnswer() {
        return (answeredAt - launchedAt) / 1e6;
    }

    /** What Quarkus says in its log about how long it took to start. */
    double millisByItsLog() throws IOException {
        Matcher started = STARTED.matcher(Files.readString(log));
        if (!started.find()) {
            throw new IOException("The log does not say how long the start took");
        }
        return Double.parseDouble(started.group(1)) * 1000;
    }

    HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(uri + path)).header("Cookie", cookie).build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " was answered by " + response.statusCode() + ": " + response.body());
        }
        return response;
    }

    /** The cookie that this path sets, as a client sends it back. */
    String cookieFrom(String path) throws IOException, InterruptedException {
        String setCookie = get(path, "none=none").headers().firstValue("Set-Cookie")
                .orElseThrow(() -> new IOException(path + " sets no cookie"));
        return setCookie.substring(0, setCookie.indexOf(';'));
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(log);
    }
}
