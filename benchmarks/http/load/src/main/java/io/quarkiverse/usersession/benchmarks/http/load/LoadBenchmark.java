package io.quarkiverse.usersession.benchmarks.http.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Puts load on servers that have one core, from the other one. In each round each kind of request has its turn, those of one
 * endpoint next to each other and in random order.
 */
final class LoadBenchmark {

    private static final Optional<Integer> CORE = Optional.of(0);
    private static final int SECONDS = 1;

    /** One alone would never need another key, and the JDK keeps the last one's schedule. */
    private static final int USERS = 64;

    private static final String HEAP = "-Xmx512m";

    private final Plan plan;
    private final Random random = new Random(1);
    private final Map<Endpoint, Samples> samples = new LinkedHashMap<>();

    LoadBenchmark(Plan plan) {
        this.plan = plan;
    }

    /** @param servers the applications with what is asked of their endpoints */
    Map<Endpoint, Samples> run(Map<Path, List<Endpoint>> servers) throws IOException, InterruptedException {
        servers.values().forEach(endpoints -> endpoints.forEach(endpoint -> samples.put(endpoint, new Samples())));
        for (int fork = 1; fork <= plan.forks(); fork++) {
            List<Target> targets = new ArrayList<>();
            try {
                for (Map.Entry<Path, List<Endpoint>> application : servers.entrySet()) {
                    String path = application.getValue().get(0).path() + "plain";
                    Server server = Server.start(Server.command(application.getKey(), HEAP), CORE, path);
                    application.getValue().forEach(endpoint -> targets.add(new Target(server, endpoint, new HashMap<>())));
                }
                measure(targets, fork);
            } finally {
                for (Target target : targets) {
                    target.server.close();
                }
            }
        }
        return samples;
    }

    private void measure(List<Target> targets, int fork) throws IOException, InterruptedException {
        for (Target target : targets) {
            target.fetchCookies();
        }
        for (Target target : targets) {
            for (Request request : target.endpoint.requests()) {
                measure(target, request, plan.warmUpSeconds());
            }
        }
        for (int round = 1; round <= plan.rounds(); round++) {
            System.err.printf("fork %d of %d, round %d of %d%n", fork, plan.forks(), round, plan.rounds());
            Collections.shuffle(targets, random);
            for (Target target : targets) {
                List<Request> requests = new ArrayList<>(target.endpoint.requests());
                Collections.shuffle(requests, random);
                for (Request request : requests) {
                    samples.get(target.endpoint).add(request, measure(target, request, SECONDS));
                }
            }
        }
    }

    private static Samples.Sample measure(Target target, Request request, int seconds)
            throws IOException, InterruptedException {
        target.enter(request.mode());
        long allocatedBefore = target.allocatedBytes();
        CpuTime before = target.server.cpuTime();
        Wrk wrk = Wrk.run(target.server.uri() + target.endpoint.path() + request.path(), target.cookies.get(request.setup()),
                seconds);
        long nanos = target.server.cpuTime().nanosSince(before);
        double bytes = (double) (target.allocatedBytes() - allocatedBefore) / wrk.requests();
        return new Samples.Sample(nanos / 1e3 / wrk.requests(), bytes, wrk.perSecond(), wrk.failed());
    }

    private record Target(Server server, Endpoint endpoint, Map<Request.Setup, List<String>> cookies) {

        void fetchCookies() throws IOException, InterruptedException {
            for (Request request : endpoint.requests()) {
                Request.Setup setup = request.setup();
                if (!cookies.containsKey(setup)) {
                    enter(setup.mode());
                    cookies.put(setup, new ArrayList<>());
                    for (int user = 0; user < USERS; user++) {
                        cookies.get(setup).add(server.cookieFrom(endpoint.path() + setup.path()));
                    }
                }
            }
        }

        long allocatedBytes() throws IOException, InterruptedException {
            return endpoint.requests().equals(Request.OF_APPLICATION)
                    ? Long.parseLong(server.get("/allocated", "none=none").body())
                    : 0;
        }

        void enter(String mode) throws IOException, InterruptedException {
            if (!mode.isEmpty()) {
                server.get("/mode/" + mode, "none=none");
            }
        }
    }
}
