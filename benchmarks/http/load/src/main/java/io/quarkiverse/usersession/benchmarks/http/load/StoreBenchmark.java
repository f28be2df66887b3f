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
 * What a request of a signed-in user costs the server without a store of sign-ins, with one whose answers are in the cache, and
 * with one that is asked each time. The three take turns in one process, with two loads. One sends a request on each connection
 * and waits for all answers, so that the server has pauses, in which it waits for Redis. The other is wrk, which sends the next
 * request with each answer, so that the server is always busy.
 */
final class StoreBenchmark {

    private static final Optional<Integer> CORE = Optional.of(0);
    private static final List<String> PATHS = List.of("/event-loop/who", "/route/who");
    private static final String PATH_FOR_WRK = "/event-loop/who";
    private static final List<String> MODES = List.of("without", "warm", "cold");
    private static final int CONNECTIONS = 32;
    private static final long NANOS = 300_000_000;
    private static final int WARM_UPS = 15;

    private final int rounds;
    private final Path application;
    private final Random random = new Random(1);

    StoreBenchmark(int rounds, Path application) {
        this.rounds = rounds;
        this.application = application;
    }

    List<Result> run() throws IOException, InterruptedException {
        try (Redis redis = Redis.start();
                Server server = Server.start(Server.command(application, "-Xmx256m"), CORE, "/event-loop/plain",
                        Map.of("QUARKUS_REDIS_HOSTS", redis.uri()))) {
            return measure(server);
        }
    }

    private List<Result> measure(Server server) throws IOException, InterruptedException {
        List<Turn> turns = new ArrayList<>();
        for (String path : PATHS) {
            for (String mode : MODES) {
                turns.add(new Turn(path, false, mode, new ArrayList<>()));
            }
        }
        for (String mode : MODES) {
            turns.add(new Turn(PATH_FOR_WRK, true, mode, new ArrayList<>()));
        }
        List<Turn> order = new ArrayList<>(turns);
        try (Users users = new Users(server)) {
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
        for (int i = 0; i < turns.size(); i += MODES.size()) {
            results.add(new Result(turns.get(i).path, turns.get(i).wrk, turns.get(i).micros, turns.get(i + 1).micros,
                    turns.get(i + 2).micros));
        }
        return results;
    }

    private record Turn(String path, boolean wrk, String mode, List<Double> micros) {
    }

    /** Microseconds of CPU time for a request, measured in turns. */
    record Result(String path, boolean wrk, List<Double> without, List<Double> warm, List<Double> cold) {
    }

    /** Each has a connection and a sign-in of its own. */
    private static final class Users implements AutoCloseable {

        private final Server server;
        private final List<Connection> connections = new ArrayList<>();
        private final List<String> cookies = new ArrayList<>();

        Users(Server server) throws IOException, InterruptedException {
            this.server = server;
            for (int i = 0; i < CONNECTIONS; i++) {
                cookies.add(server.cookieFrom("/event-loop/sign-in?user=user" + i));
                connections.add(new Connection(server.port()));
            }
        }

        double micros(Turn turn) throws IOException, InterruptedException {
            server.get("/mode/" + turn.mode, "none=none");
            sendBatch(turn.path); // the answers get into the cache
            return turn.wrk ? microsWithWrk(turn.path) : microsInStep(turn.path);
        }

        private double microsInStep(String path) throws IOException {
            CpuTime before = server.cpuTime();
            long end = System.nanoTime() + NANOS;
            long requests = 0;
            while (System.nanoTime() < end) {
                sendBatch(path);
                requests += CONNECTIONS;
            }
            return server.cpuTime().nanosSince(before) / 1e3 / requests;
        }

        private double microsWithWrk(String path) throws IOException, InterruptedException {
            CpuTime before = server.cpuTime();
            Wrk wrk = Wrk.run(server.uri() + path, cookies, 1);
            if (wrk.failed() > 0) {
                throw new IOException(wrk.failed() + " requests failed");
            }
            return server.cpuTime().nanosSince(before) / 1e3 / wrk.requests();
        }

        private void sendBatch(String path) throws IOException {
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.get(i).send(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies.get(i)
                        + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
            for (int i = 0; i < CONNECTIONS; i++) {
                Connection.Answer answer = connections.get(i).answer();
                if (!answer.body().equals("user" + i)) {
                    throw new IOException("The answer was " + answer);
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
