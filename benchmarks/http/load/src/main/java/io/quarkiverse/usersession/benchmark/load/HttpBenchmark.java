package io.quarkiverse.usersession.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures what sessions cost over HTTP and writes it down. Its arguments are the folder of the benchmark, the file to write,
 * and options.
 */
public final class HttpBenchmark {

    private static final int CONNECTIONS = 256;

    private final Path home;
    private final Plan plan;
    private final Report report = new Report();

    private HttpBenchmark(Path home, Plan plan) {
        this.home = home;
        this.plan = plan;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> all = List.of(arguments);
        HttpBenchmark benchmark = new HttpBenchmark(Path.of(all.get(0)), Plan.of(all.subList(2, all.size())));
        Machine.check();
        Path file = Path.of(all.get(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, benchmark.run());
        System.err.println("Written to " + file);
    }

    private String run() throws IOException, InterruptedException {
        report.heading(2, "HTTP");
        report.paragraph(Machine.description() + "; Quarkus " + versionOf("io.quarkus.quarkus-core-")
                + ", vertx-web " + versionOf("io.vertx.vertx-web-"));
        report.paragraph(
                "Medians with [quartiles]. The server has one core and wrk the other, with 16 connections that are kept;"
                        + " the session has 64 bytes of JSON. *plain*: the filter of the extension is off. *floor*: a route filter"
                        + " written by hand. *vertx-web*: SessionHandler with the CookieSessionStore of Vert.x 4, which signs and does not"
                        + " encrypt. *HttpSession*: quarkus-undertow, in the memory of another server, compared with its own plain"
                        + " endpoint.");
        if (plan.onJvm()) {
            kind("JVM", jar("application"), jar("without"), Optional.of(jar("servlet")));
        }
        if (plan.asNative()) {
            kind("Native executable", executable("application"), executable("without"), Optional.empty());
        }
        return report.toString();
    }

    private void kind(String name, Path application, Path without, Optional<Path> servlet)
            throws IOException, InterruptedException {
        if (plan.loads()) {
            Map<Path, List<Endpoint>> servers = new LinkedHashMap<>();
            servers.put(application, Endpoint.OF_APPLICATION);
            servlet.ifPresent(path -> servers.put(path, List.of(Endpoint.SERVLET)));
            Map<Endpoint, Samples> measured = new LoadBenchmark(plan).run(servers);
            report.heading(3, name + ": what a request costs");
            report.paragraph(plan.forks() + " forks with " + plan.rounds() + " rounds each");
            report.loadBudgets(measured);
            report.load(measured);
        }
        report.heading(3, name + ": what a start costs");
        report.paragraph(plan.starts() + " starts of each, in turn");
        report.starts(new StartBenchmark(plan, application, without).run());
        report.heading(3, name + ": everybody gets what is theirs");
        isolation(application);
    }

    private void isolation(Path application) throws IOException, InterruptedException {
        try (Server server = Server.start(Server.command(application), Optional.empty(), "/route/plain")) {
            server.get("/mode/extension", "none=none");
            Isolation isolation = new Isolation(server.port(), CONNECTIONS, plan.isolatedRequests());
            long begin = System.nanoTime();
            List<String> wrong = isolation.run();
            report.isolation(isolation, CONNECTIONS, wrong, (System.nanoTime() - begin) / 1e9);
        }
    }

    private Path jar(String module) {
        return home.resolve(module + "/target/quarkus-app/quarkus-run.jar");
    }

    private Path executable(String module) throws IOException {
        return find(home.resolve(module + "/target"), "", "-runner");
    }

    private String versionOf(String library) throws IOException {
        String file = find(home.resolve("application/target/quarkus-app/lib/main"), library, ".jar").getFileName().toString();
        return file.substring(library.length(), file.length() - ".jar".length());
    }

    private static Path find(Path folder, String start, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                String name = file.getFileName().toString();
                return name.startsWith(start) && name.endsWith(end)
                        && Character.isDigit(name.charAt(Math.min(start.length(), name.length() - 1))) | start.isEmpty();
            }).findFirst().orElseThrow(() -> new IOException("There is no " + start + "*" + end + " in " + folder));
        }
    }
}
