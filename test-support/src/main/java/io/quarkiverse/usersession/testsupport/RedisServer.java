package io.quarkiverse.usersession.testsupport;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/**
 * A {@code redis-server} of its own, in memory only, on a free port of 127.0.0.1. The command is looked for in the
 * {@code PATH}; the
 * environment variable {@code REDIS_SERVER} names another one, such as {@code valkey-server}.
 */
public final class RedisServer implements AutoCloseable {

    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int TO_THE_BUS_OF_A_CLUSTER = 10_000;
    private static final int PORTS_TO_TRY = 5;

    private final Path directory;
    private final List<String> command;
    private final int port;
    private ProcessHandle process;

    private RedisServer(Path directory, int port, List<String> options) {
        this.directory = directory;
        this.port = port;
        this.command = new ArrayList<>(List.of(name(), "--port", String.valueOf(port), "--bind", "127.0.0.1", "--save", "",
                "--appendonly", "no", "--daemonize", "no", "--dir", directory.toString()));
        this.command.addAll(options);
    }

    public static boolean isInstalled() {
        String name = name();
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory).resolve(name)));
    }

    /** Skips the test if there is no such server. */
    public static void assumeInstalled() {
        Assumptions.assumeTrue(isInstalled(), "Skipped: there is no " + name() + " here");
    }

    /**
     * Skips the test if there is no such server.
     *
     * @param options further ones, such as {@code --maxmemory 3mb}
     */
    public static RedisServer start(String... options) {
        assumeInstalled();
        for (int i = 1; true; i++) {
            RedisServer server = new RedisServer(newDirectory(), FreePort.withAnother(TO_THE_BUS_OF_A_CLUSTER),
                    List.of(options));
            try {
                server.restart();
                return server;
            } catch (AssertionError e) {
                server.close();
                if (i == PORTS_TO_TRY || !e.getMessage().contains("Address already in use")) {
                    throw e; // otherwise, the server of another build took the port at the same time
                }
            }
        }
    }

    /**
     * One for all classes of this process that ask for it, also where the same class is loaded twice, as QuarkusUnitTest does.
     * It
     * ends with this process. Skips the test where there is no such server.
     *
     * @param name of the test that uses it
     */
    public static RedisServer shared(String name, String... options) {
        String property = RedisServer.class.getName() + "." + name;
        String running = System.getProperty(property);
        if (running == null) {
            RedisServer server = start(options);
            System.setProperty(property, server.port + " " + server.process.pid() + " " + server.directory);
            return server;
        }
        String[] parts = running.split(" ", 3);
        RedisServer server = new RedisServer(Path.of(parts[2]), Integer.parseInt(parts[0]), List.of(options));
        server.process = ProcessHandle.of(Long.parseLong(parts[1])).orElseThrow();
        return server;
    }

    private static String name() {
        return System.getenv().getOrDefault("REDIS_SERVER", "redis-server");
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    /** Starts it on the same port, empty, after {@link #kill}. */
    public void restart() {
        try {
            // before the server is started, as it fails where this process is ending
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            Path log = directory.resolve("redis.log");
            Process started = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                    .redirectOutput(log.toFile()).start();
            process = started.toHandle();
            long end = System.nanoTime() + TIMEOUT_NANOS;
            while (!answers(started)) {
                if (started.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                    throw new AssertionError("it has not started:\n" + Files.readString(log));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** And not another one, which has the port. */
    private boolean answers(Process started) {
        try {
            return command("PING").equals("PONG")
                    && isAnyOf(Stream.concat(Stream.of(started.toHandle()), started.descendants()));
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private boolean isAnyOf(Stream<ProcessHandle> processes) {
        String info = command("INFO", "server");
        return processes.anyMatch(any -> info.contains("\nprocess_id:" + any.pid() + "\r"));
    }

    /** Makes it keep its connections but answer nothing (SIGSTOP) until {@link #resume}. */
    public void stop() {
        signal("STOP");
    }

    /** Lets it continue with what it has received meanwhile (SIGCONT). */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it, and loses its data. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /**
     * Sends a command on a connection of its own.
     *
     * @return the answer: lists with one line for each element, nothing for null; an error begins with a minus
     */
    public String command(String... parts) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(("*" + parts.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
            for (String part : parts) {
                byte[] text = part.getBytes(StandardCharsets.UTF_8);
                bytes.writeBytes(("$" + text.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
                bytes.writeBytes(text);
                bytes.writeBytes(new byte[] { '\r', '\n' });
            }
            socket.getOutputStream().write(bytes.toByteArray());
            return answer(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How often commands have been run since the last {@code CONFIG RESETSTAT}, such as {@code hmget}; those of scripts too.
     */
    public int calls(String name) {
        return command("INFO", "commandstats").lines().filter(line -> line.startsWith("cmdstat_" + name + ":calls="))
                .map(line -> line.replaceFirst("^.*?calls=(\\d+),.*$", "$1")).mapToInt(Integer::parseInt).sum();
    }

    private static String answer(InputStream input) throws IOException {
        String head = line(input);
        return switch (head.charAt(0)) {
            case '+', ':' -> head.substring(1);
            case '$' -> bulk(input, Integer.parseInt(head.substring(1)));
            case '*' -> list(input, Integer.parseInt(head.substring(1)));
            default -> head;
        };
    }

    private static String bulk(InputStream input, int length) throws IOException {
        if (length < 0) {
            return "";
        }
        byte[] text = input.readNBytes(length);
        line(input);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static String list(InputStream input, int size) throws IOException {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(answer(input));
        }
        return String.join("\n", elements);
    }

    private static String line(InputStream input) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = input.read(); read != '\n'; read = input.read()) {
            if (read < 0) {
                throw new IOException("the connection was closed");
            }
            if (read != '\r') {
                line.write(read);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
