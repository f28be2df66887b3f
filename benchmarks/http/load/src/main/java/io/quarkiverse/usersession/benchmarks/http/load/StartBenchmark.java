package io.quarkiverse.usersession.benchmarks.http.load;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Starts the application with and without the extension in turn, and looks at its memory when it has answered its first
 * request.
 */
final class StartBenchmark {

    private static final String PATH = "/route/plain";
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern ANONYMOUS = Pattern.compile("RssAnon:\\s+(\\d+) kB");
    private static final Pattern LIVE_HEAP = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern METASPACE = Pattern.compile("Metaspace\\s+used (\\d+)K");

    private final int starts;
    private final Path with;
    private final Path without;

    StartBenchmark(int starts, Path with, Path without) {
        this.starts = starts;
        this.with = with;
        this.without = without;
    }

    Map<String, Comparison> run() throws IOException, InterruptedException {
        List<Start> startsWith = new ArrayList<>();
        List<Start> startsWithout = new ArrayList<>();
        start(with); // once, to fill the caches of the file system
        start(without);
        for (int i = 0; i < starts; i++) {
            System.err.printf("start %d of %d%n", i + 1, starts);
            boolean firstWith = i % 2 == 0;
            Start first = start(firstWith ? with : without);
            Start second = start(firstWith ? without : with);
            startsWith.add(firstWith ? first : second);
            startsWithout.add(firstWith ? second : first);
        }
        Map<String, Comparison> comparisons = new LinkedHashMap<>();
        comparisons.put(isJar() ? "size of the packaged application, MB" : "size of the executable, MB", sizes());
        compare(comparisons, "started, as its log says, ms", startsWith, startsWithout, Start::logMillis);
        compare(comparisons, "from launch to first answer, ms", startsWith, startsWithout, Start::answerMillis);
        compare(comparisons, "CPU time from launch to first answer, ms", startsWith, startsWithout, Start::cpuMillis);
        compare(comparisons, "resident memory, MB", startsWith, startsWithout, Start::residentMegabytes);
        compare(comparisons, "of that not backed by files, MB", startsWith, startsWithout, Start::anonymousMegabytes);
        if (isJar()) {
            compare(comparisons, "live heap, MB", startsWith, startsWithout, Start::liveHeapMegabytes);
            compare(comparisons, "metaspace in use, MB", startsWith, startsWithout, Start::metaspaceMegabytes);
        }
        return comparisons;
    }

    private Comparison sizes() throws IOException {
        double sizeWithout = megabytes(without);
        double sizeWith = megabytes(with);
        return new Comparison(same(sizeWithout), same(sizeWith), same(sizeWith - sizeWithout));
    }

    private Quartiles same(double atEachStart) {
        return Quartiles.of(Collections.nCopies(starts, atEachStart));
    }

    /** Of the executable, or of all that stands beside the jar. */
    private double megabytes(Path application) throws IOException {
        try (Stream<Path> files = Files.walk(isJar() ? application.getParent() : application)) {
            return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum() / 1024.0 / 1024;
        }
    }

    private boolean isJar() {
        return with.toString().endsWith(".jar");
    }

    private Start start(Path application) throws IOException, InterruptedException {
        try (Server server = Server.start(Server.command(application), Optional.empty(), PATH)) {
            double cpuMillis = server.cpuTime().nanos() / 1e6;
            Thread.sleep(300); // what goes on behind a start comes to rest
            String status = Files.readString(Path.of("/proc/" + server.pid() + "/status"));
            double resident = number(RESIDENT, status) / 1024;
            double anonymous = number(ANONYMOUS, status) / 1024;
            double liveHeap = isJar() ? number(LIVE_HEAP, jcmd(server, "GC.class_histogram")) / 1024 / 1024 : 0;
            double metaspace = isJar() ? number(METASPACE, jcmd(server, "GC.heap_info")) / 1024 : 0;
            return new Start(server.millisByItsLog(), server.millisToFirstAnswer(), cpuMillis, resident, anonymous, liveHeap,
                    metaspace);
        }
    }

    private static String jcmd(Server server, String question) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(Server.java("jcmd"), Long.toString(server.pid()), question).redirectErrorStream(true)
                .start();
        String answer = new String(jcmd.getInputStream().readAllBytes());
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd failed: " + answer);
        }
        return answer;
    }

    private static double number(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("Found no " + pattern);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static void compare(Map<String, Comparison> comparisons, String what, List<Start> with, List<Start> without,
            ToDoubleFunction<Start> value) {
        List<Double> added = new ArrayList<>();
        for (int i = 0; i < with.size(); i++) {
            added.add(value.applyAsDouble(with.get(i)) - value.applyAsDouble(without.get(i)));
        }
        comparisons.put(what, new Comparison(
                Quartiles.of(without.stream().map(value::applyAsDouble).toList()),
                Quartiles.of(with.stream().map(value::applyAsDouble).toList()),
                Quartiles.of(added)));
    }

    private record Start(double logMillis, double answerMillis, double cpuMillis, double residentMegabytes,
            double anonymousMegabytes,
            double liveHeapMegabytes, double metaspaceMegabytes) {
    }

    /** @param added the difference of two starts that followed each other */
    record Comparison(Quartiles without, Quartiles with, Quartiles added) {
    }
}
