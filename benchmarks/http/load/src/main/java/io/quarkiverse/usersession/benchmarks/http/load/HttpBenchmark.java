package io.quarkiverse.usersession.benchmarks.http.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkiverse.usersession.benchmarks.http.load.Plan.Kind;
import io.quarkiverse.usersession.benchmarks.http.load.Plan.Part;

/**
 * Measures what sessions cost over HTTP and writes it down. Its arguments are the folder of the benchmark, the file to write,
 * and options.
 */
public final class HttpBenchmark {

    private static final int CONNECTIONS = 256;
    private static final String JAR = "quarkus-app/quarkus-run.jar";
    private static final String LIBRARIES = "application/target/quarkus-app/lib/main";

    private final Path home;
    private final Path file;
    private final Report report = new Report();
    private boolean mixedUp;

    private HttpBenchmark(Path home, Path file) {
        this.home = home;
        this.file = file;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> all = List.of(arguments);
        Plan plan = Plan.of(all.subList(2, all.size()));
        Machine.check();
        Path file = Path.of(all.get(1));
        Files.createDirectories(file.getParent());
        HttpBenchmark benchmark = new HttpBenchmark(Path.of(all.get(0)), file);
        benchmark.run(plan);
        System.err.println("Written to " + file);
        if (benchmark.mixedUp) {
            System.exit(1);
        }
    }

    private void run(Plan plan) throws IOException, InterruptedException {
        report.heading(2, "HTTP");
        report.paragraph(Machine.description() + "; Quarkus " + version("io.quarkus.quarkus-core") + ", vertx-web "
                + version("io.vertx.vertx-web") + ", vertx-web-sstore-cookie " + version("io.vertx.vertx-web-sstore-cookie"));
        report.paragraph("Medians with [quartiles]. The server has one core and wrk the other, with 16 connections that are"
                + " kept and the cookies of 64 users in turn; CPU time is that of the server for each request, without the just-in-time compiler. The session has 64"
                + " bytes of JSON. *plain*: the filter of the extension is off. *floor*: a route filter written by hand."
                + " *vertx-web*: SessionHandler with the CookieSessionStore of Vert.x 4, which signs and does not encrypt."
                + " *HttpSession*: quarkus-undertow, in the memory of another server, compared with its own plain endpoint.");
        if (plan.kinds().contains(Kind.JVM)) {
            measure("JVM", plan, packaged("application", JAR), packaged("without", JAR),
                    Optional.of(packaged("servlet", JAR)));
        }
        if (plan.kinds().contains(Kind.JVM) && plan.parts().contains(Part.FLOOD)) {
            report.heading(3, "JVM: what a flood of cookies costs");
            report.paragraph(plan.floodRounds()
                    + " rounds. One request has many cookies of the session's name, which is that of"
                    + " the imported cookies too, or as many bytes of cookies with another name. The limit is twice what they cost"
                    + " under the other name, and what 8 of them add where they have to be decrypted or verified to be refused."
                    + " Over HTTP/2 the cookies are two fields in the table of HPACK.");
            report.floods(new FloodBenchmark(plan.floodRounds(), packaged("application", JAR)).run());
            write();
        }
        if (plan.kinds().contains(Kind.JVM) && plan.parts().contains(Part.STORE)) {
            store(plan.floodRounds() * 5);
            write();
        }
        if (plan.kinds().contains(Kind.JVM) && plan.parts().contains(Part.VALUES)) {
            values(plan.floodRounds() * 5);
            write();
        }
        if (plan.kinds().contains(Kind.NATIVE)) {
            measure("Native executable", plan.ofExecutable(), executable("application"), executable("without"),
                    Optional.empty());
        }
    }

    private void store(int rounds) throws IOException, InterruptedException {
        report.heading(3, "JVM: what a store of sign-ins costs");
        report.paragraph(rounds
                + " rounds, in which the three take turns in one process. The requests of 32 signed-in users on as"
                + " many connections ask for a page that is for signed-in users. *warm*: the answer of Redis is in the cache."
                + " *cold*: without a cache, so that Redis is asked for each request, which is not in the figures itself."
                + " *in step*: the next requests follow when all have been answered, so that the server has pauses. *wrk*: it"
                + " keeps 16 connections busy.");
        report.stores(new StoreBenchmark(rounds, packaged("sign-in", JAR)).run());
    }

    private void values(int rounds) throws IOException, InterruptedException {
        report.heading(3, "JVM: what a large value on Redis costs");
        report.paragraph(rounds
                + " rounds, in which all take turns in one process. The requests come from 32 sessions on as many connections, to"
                + " endpoints on the event loop. *cookie*: only the cookie is read or written. *value*: the same, and a `StoredValue`"
                + " is read or written. What Redis takes itself is not in the figures.");
        report.values(new ValueBenchmark(rounds, packaged("sign-in", JAR)).run());
    }

    private void measure(String kind, Plan plan, Path application, Path without, Optional<Path> servlet)
            throws IOException, InterruptedException {
        if (plan.parts().contains(Part.LOAD)) {
            Map<Path, List<Endpoint>> servers = new LinkedHashMap<>();
            servers.put(application, Endpoint.OF_APPLICATION);
            servlet.ifPresent(path -> servers.put(path, List.of(Endpoint.SERVLET)));
            Map<Endpoint, Samples> measured = new LoadBenchmark(plan).run(servers);
            report.heading(3, kind + ": what a request costs");
            report.paragraph(plan.forks() + " forks with " + plan.rounds() + " rounds each");
            report.loadBudgets(measured);
            report.load(measured);
            write();
        }
        if (plan.parts().contains(Part.STARTS)) {
            report.heading(3, kind + ": what a start costs");
            report.paragraph(plan.starts() + " starts of each, in turn");
            report.starts(new StartBenchmark(plan.starts(), application, without).run());
            write();
        }
        if (plan.parts().contains(Part.ISOLATION)) {
            report.heading(3, kind + ": everybody gets their own session");
            isolation(application, plan.isolatedRequests());
            write();
        }
    }

    /** After each part: a later one that fails does not take the figures of the others with it. */
    private void write() throws IOException {
        Files.writeString(file, report.toString());
    }

    private void isolation(Path application, int requests) throws IOException, InterruptedException {
        try (Server server = Server.start(Server.command(application), Optional.empty(), "/route/plain")) {
            Isolation isolation = new Isolation(server.port(), CONNECTIONS, requests);
            long begin = System.nanoTime();
            List<String> wrong = isolation.run();
            report.isolation(isolation.requests(), CONNECTIONS, wrong, (System.nanoTime() - begin) / 1e9);
            mixedUp |= !wrong.isEmpty();
        }
    }

    private Path packaged(String module, String file) {
        return home.resolve(module).resolve("target").resolve(file);
    }

    private Path executable(String module) throws IOException {
        return find(packaged(module, ""), ".*-runner");
    }

    private String version(String library) throws IOException {
        String file = find(home.resolve(LIBRARIES), library.replace(".", "\\.") + "-\\d.*\\.jar").getFileName().toString();
        return file.substring(library.length() + 1, file.length() - ".jar".length());
    }

    private static Path find(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name)).findFirst()
                    .orElseThrow(() -> new IOException("There is no " + name + " in " + folder));
        }
    }
}
