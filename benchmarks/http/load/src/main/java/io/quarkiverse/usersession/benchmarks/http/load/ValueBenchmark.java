package io.quarkiverse.usersession.benchmarks.http.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What it costs the server to read and to write a value that is kept on Redis, beside a request that reads or writes the cookie
 * only. They take turns in one process.
 */
final class ValueBenchmark {

    private static final Optional<Integer> CORE = Optional.of(0);
    private static final List<Integer> SIZES = List.of(1_000, 50_000);
    private static final List<String> WAYS = List.of("cookie-read", "read", "cookie-written", "written");
    private static final int CONNECTIONS = 32;
    private static final long NANOS = 300_000_000;
    private static final int WARM_UPS = 15;

    private final int rounds;
    private final Path application;
    private final Random random = new Random(1);

    ValueBenchmark(int rounds, Path application) {
        this.rounds = rounds;
        this.application = application;
    }

    List<Result> run() throws IOException, InterruptedException {
        List<Turn> turns = new ArrayList<>();
        for (int size : SIZES) {
            for (String way : WAYS) {
                turns.add(new Turn(size, way, new ArrayList<>()));
            }
        }
        try (Redis redis = Redis.start();
                Server server = Server.start(Server.command(application, "-Xmx512m"), CORE, "/event-loop/plain",
                        Map.of("QUARKUS_REDIS_HOSTS", redis.uri()));
                Users users = new Users(server, redis)) {
            List<Turn> order = new ArrayList<>(turns);
            for (int round = -WARM_UPS; round < rounds; round++) {
                Collections.shuffle(order, random);
                for (Turn turn : order) {
                    double micros = users.micros(turn);
                    if (round >= 0) {
                        turn.micros.add(micros);
                    }
                }
            }
        }
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < turns.size(); i += WAYS.size()) {
            results.add(new Result(turns.get(i).size, turns.get(i).micros, turns.get(i + 1).micros, turns.get(i + 2).micros,
                    turns.get(i + 3).micros));
        }
        return results;
    }

    private record Turn(int size, String way, List<Double> micros) {

        String path() {
            return "/value/" + way + "?size=" + size;
        }
    }

    /** Microseconds of CPU time for a request, measured in turns. */
    record Result(int size, List<Double> cookieRead, List<Double> read, List<Double> cookieWritten, List<Double> written) {
    }

    /** Each has a connection and a session of its own. */
    private static final class Users implements AutoCloseable {

        private final Server server;
        private final Redis redis;
        private final List<Connection> connections = new ArrayList<>();
        private final List<String> cookies = new ArrayList<>();

        Users(Server server, Redis redis) throws IOException {
            this.server = server;
            this.redis = redis;
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.add(new Connection(server.port()));
                cookies.add("");
            }
        }

        double micros(Turn turn) throws IOException {
            redis.flush(); // what was replaced lives on for five minutes
            send("/value/begin?size=" + turn.size);
            CpuTime before = server.cpuTime();
            long end = System.nanoTime() + NANOS;
            long requests = 0;
            while (System.nanoTime() < end) {
                send(turn.path());
                requests += CONNECTIONS;
            }
            return server.cpuTime().nanosSince(before) / 1e3 / requests;
        }

        private void send(String path) throws IOException {
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.get(i).send(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies.get(i)
                        + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
            for (int i = 0; i < CONNECTIONS; i++) {
                Connection.Answer answer = connections.get(i).answer();
                if (!answer.body().equals("as it should be")) {
                    throw new IOException("The answer was " + answer);
                }
                if (!answer.setCookies().isEmpty()) {
                    String cookie = answer.setCookies().get(0);
                    cookies.set(i, cookie.substring(0, cookie.indexOf(';')));
                }
            }
        }

        @Override
        public void close() throws IOException {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }
}
