package io.quarkiverse.usersession.benchmarks.http.load;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What a request costs the server that has very many cookies of the session's name, and what the same bytes cost under another
 * name. The two take turns, as do all kinds of floods.
 */
final class FloodBenchmark {

    private static final Optional<Integer> CORE = Optional.of(0);
    private static final String PATH = "/route/read";
    private static final String HEAP = "-Xmx256m";
    private static final long NANOS = 300_000_000;

    private final int rounds;
    private final Path application;
    private final Random random = new Random(1);

    FloodBenchmark(int rounds, Path application) {
        this.rounds = rounds;
        this.application = application;
    }

    List<Result> run() throws IOException, InterruptedException {
        List<Server> servers = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        try {
            Server ours = start(servers, Map.of());
            add(pairs, ours, "ours", Flood.ofOurs(ours.cookieFrom("/route/begin")));
            add(pairs, start(servers, importing("remix")), "Remix", Flood.ofRemix());
            add(pairs, start(servers, importing("gorilla")), "gorilla", Flood.ofGorilla());
            measure(pairs);
        } finally {
            for (Pair pair : pairs) {
                pair.own.close();
                pair.other.close();
            }
            for (Server server : servers) {
                server.close();
            }
        }
        return results(pairs);
    }

    private Server start(List<Server> servers, Map<String, String> settings) throws IOException, InterruptedException {
        Server server = Server.start(Server.command(application, HEAP), CORE, "/route/plain", settings);
        servers.add(server);
        return server;
    }

    private static Map<String, String> importing(String format) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return Map.of("QUARKUS_USER_SESSION_IMPORT_FORMAT", format, "QUARKUS_USER_SESSION_IMPORT_UNTIL", "2099-12-31",
                "QUARKUS_USER_SESSION_IMPORT_SECRETS", Base64.getUrlEncoder().encodeToString(secret));
    }

    private static void add(List<Pair> pairs, Server server, String cookies, List<Flood> floods) throws IOException {
        for (Flood flood : floods) {
            pairs.add(new Pair(server, cookies, flood, "HTTP/1.1", flood.http1Number(),
                    new Http1Flood(server.port(), PATH, flood.http1(Flood.NAME)),
                    new Http1Flood(server.port(), PATH, flood.http1(Flood.OTHER_NAME))));
            if (flood.lines()) {
                continue;
            }
            pairs.add(new Pair(server, cookies, flood, "HTTP/2", flood.http2Number(),
                    new Http2Flood(server.port(), PATH, flood.http2(Flood.NAME)),
                    new Http2Flood(server.port(), PATH, flood.http2(Flood.OTHER_NAME))));
        }
    }

    private void measure(List<Pair> pairs) throws IOException {
        for (int round = -1; round <= rounds; round++) {
            boolean warmUp = round < 1;
            System.err.printf(warmUp ? "floods, warm-up%n" : "floods, round %d of %d%n", round, rounds);
            Collections.shuffle(pairs, random);
            for (Pair pair : pairs) {
                boolean ownFirst = random.nextBoolean();
                double first = micros(pair.server, ownFirst ? pair.own : pair.other);
                double second = micros(pair.server, ownFirst ? pair.other : pair.own);
                if (!warmUp) {
                    pair.ownMicros.add(ownFirst ? first : second);
                    pair.otherMicros.add(ownFirst ? second : first);
                }
            }
        }
    }

    private static double micros(Server server, FloodClient client) throws IOException {
        CpuTime before = server.cpuTime();
        long end = System.nanoTime() + NANOS;
        long requests = 0;
        while (System.nanoTime() < end) {
            client.sendBatch();
            requests += client.batch();
        }
        return server.cpuTime().nanosSince(before) / 1e3 / requests;
    }

    private static List<Result> results(List<Pair> pairs) {
        Map<String, Double> eight = new HashMap<>();
        for (Pair pair : pairs) {
            if (pair.flood.isOfEight()) {
                eight.put(pair.cookies + pair.protocol, Math.max(0, Quartiles.median(pair.added())));
            }
        }
        List<Result> results = new ArrayList<>();
        for (Pair pair : pairs) {
            results.add(new Result(pair.cookies, pair.flood.what(), pair.protocol, pair.number,
                    Quartiles.of(pair.otherMicros), Quartiles.of(pair.ownMicros),
                    Ratio.ofMedians(pair.ownMicros, pair.otherMicros),
                    pair.flood.tried() ? eight.get(pair.cookies + pair.protocol) : 0));
        }
        results.sort((one, other) -> one.order().compareTo(other.order()));
        return results;
    }

    /**
     * @param cookies whose they are: ours, or those of a system that is imported from
     * @param number of cookies in a request
     * @param other microseconds of CPU time for a request with another name
     * @param own the same with the name of the session
     * @param eight microseconds that 8 such cookies add, where they have to be tried
     */
    record Result(String cookies, String what, String protocol, int number, Quartiles other, Quartiles own, Ratio ratio,
            double eight) {

        double limit() {
            return 2 * other.median() + eight;
        }

        boolean isMet() {
            return own.median() <= limit();
        }

        private String order() {
            return "%s %s %s %04d".formatted("ours".equals(cookies) ? "" : cookies, protocol, what, number);
        }
    }

    private record Pair(Server server, String cookies, Flood flood, String protocol, int number, FloodClient own,
            FloodClient other, List<Double> ownMicros, List<Double> otherMicros) {

        Pair(Server server, String cookies, Flood flood, String protocol, int number, FloodClient own, FloodClient other) {
            this(server, cookies, flood, protocol, number, own, other, new ArrayList<>(), new ArrayList<>());
        }

        List<Double> added() {
            List<Double> added = new ArrayList<>();
            for (int i = 0; i < ownMicros.size(); i++) {
                added.add(ownMicros.get(i) - otherMicros.get(i));
            }
            return added;
        }
    }
}
