package io.quarkiverse.usersession.benchmarks.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Writes Markdown from the results of JMH, one file for each round, in which each benchmark has one JVM: the median over the
 * rounds with its quartiles, and the ratio to the floor of the same round.
 */
public final class Report {

    private static final String OURS = "UserSessionCookie";
    private static final String FLOOR = "XAesGcmFloor";
    private static final String VERTX = "VertxCookieStore";

    private static final Map<String, String> CONTENDERS = new LinkedHashMap<>();
    static {
        CONTENDERS.put(OURS, "**quarkus-user-session**");
        CONTENDERS.put(FLOOR, "floor: XAES-256-GCM by hand");
        CONTENDERS.put("AesGcmFloor", "floor: AES-256-GCM by hand");
        CONTENDERS.put("TinkXAesGcm", "Tink XAES-256-GCM");
        CONTENDERS.put(VERTX, "Vert.x 5 CookieSessionStore");
        CONTENDERS.put("Jose4jDirect", "jose4j dir + A256GCM");
        CONTENDERS.put("QuarkusPersistentLogin", "Quarkus PersistentLoginManager");
    }

    private static final Map<String, String> OPERATIONS = new LinkedHashMap<>();
    static {
        OPERATIONS.put("openAndGet", "open + one get");
        OPERATIONS.put("setAndSeal", "set + seal");
        OPERATIONS.put("open", "open");
        OPERATIONS.put("seal", "seal");
    }

    private record Key(int jdk, String operation, String contender, Payload payload, int threads) {
    }

    /** By round. */
    private record Measured(TreeMap<Integer, Double> nanos, TreeMap<Integer, Double> cpuNanos,
            TreeMap<Integer, Double> bytes) {

        Measured() {
            this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }
    }

    private final Map<Key, Measured> results = new LinkedHashMap<>();
    private final Map<Integer, String> jdks = new TreeMap<>();
    private final StringBuilder markdown = new StringBuilder();

    private Report() {
    }

    /** @param arguments the directory with the results, and the file to write */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        Report report = new Report();
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(report::read);
        }
        report.write(Files.readAllLines(directory.resolve("sizes.tsv")));
        Files.writeString(Path.of(arguments[1]), report.markdown);
    }

    /** The name ends with {@code -round.json}. */
    private void read(Path file) {
        String name = file.getFileName().toString();
        int round = Integer.parseInt(name.substring(name.lastIndexOf('-') + 1, name.length() - ".json".length()));
        try {
            for (JsonNode result : new ObjectMapper().readTree(file.toFile())) {
                String benchmark = result.get("benchmark").asText();
                int jdk = Integer.parseInt(result.get("jdkVersion").asText().split("[.+-]")[0]);
                jdks.put(jdk, result.get("vmName").asText() + " " + result.get("vmVersion").asText());
                Key key = new Key(jdk, benchmark.substring(benchmark.lastIndexOf('.') + 1),
                        result.at("/params/contender").asText(), Payload.valueOf(result.at("/params/payload").asText()),
                        result.get("threads").asInt());
                Measured measured = results.computeIfAbsent(key, k -> new Measured());
                measured.nanos.put(round, result.at("/primaryMetric/score").asDouble());
                measured.cpuNanos.put(round, result.at("/secondaryMetrics/cpu/score").asDouble());
                measured.bytes.put(round, result.at("/secondaryMetrics/gc.alloc.rate.norm/score").asDouble());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<String> sizes) {
        line("## Sealing and opening cookies (JMH)");
        line("");
        line("For one operation: nanoseconds of processor time, their ratio to those of the XAES floor in the same round, and"
                + " bytes allocated; each the median over JVMs, with quartiles. The contenders take turns within a round.");
        line("");
        line("`set + seal` is a request that changes one value: open, set, seal. `open` and `seal` are the codec without the"
                + " session. What each contender includes is said in its class.");
        for (int jdk : jdks.keySet()) {
            for (String operation : OPERATIONS.keySet()) {
                table(jdk, operation);
            }
            threads(jdk);
        }
        sizes(sizes);
        budgets(sizes);
    }

    private void table(int jdk, String operation) {
        line("");
        line("### JDK " + jdk + ": " + OPERATIONS.get(operation));
        line("");
        line("JVMs for each number: " + rounds(jdk, operation) + ". " + jdks.get(jdk) + ".");
        line("");
        row(p -> p == 0 ? "" : Payload.values()[p - 1].bytes + " B: ns | ratio | bytes", Payload.values().length + 1);
        row(p -> p == 0 ? "---" : "---: | ---: | ---:", Payload.values().length + 1);
        for (String contender : CONTENDERS.keySet()) {
            if (Arrays.stream(Payload.values())
                    .anyMatch(payload -> results.containsKey(new Key(jdk, operation, contender, payload, 1)))) {
                row(p -> p == 0 ? CONTENDERS.get(contender)
                        : cells(new Key(jdk, operation, contender, Payload.values()[p - 1], 1)),
                        Payload.values().length + 1);
            }
        }
    }

    private int rounds(int jdk, String operation) {
        return results.entrySet().stream()
                .filter(result -> result.getKey().jdk == jdk && result.getKey().operation.equals(operation))
                .mapToInt(result -> result.getValue().nanos.size()).min().orElse(0);
    }

    private String cells(Key key) {
        Measured measured = results.get(key);
        if (measured == null) {
            return " | | ";
        }
        return quartiles(measured.cpuNanos.values(), "%.0f") + " | " + quartiles(ratios(key), "%.2f") + " | "
                + String.format(Locale.ROOT, "%.0f", median(measured.bytes.values()));
    }

    private void threads(int jdk) {
        line("");
        line("### JDK " + jdk + ": two threads");
        line("");
        line("Throughput of two threads divided by that of one, in the same round and by the wall clock.");
        line("");
        line("| | payload | quarkus-user-session | floor: XAES-256-GCM |");
        line("|---|---:|---:|---:|");
        for (String operation : OPERATIONS.keySet()) {
            for (Payload payload : Payload.values()) {
                if (results.containsKey(new Key(jdk, operation, OURS, payload, 2))) {
                    line("| " + OPERATIONS.get(operation) + " | " + payload.bytes + " B | "
                            + quartiles(scaling(new Key(jdk, operation, OURS, payload, 2)), "%.2f") + " | "
                            + quartiles(scaling(new Key(jdk, operation, FLOOR, payload, 2)), "%.2f") + " |");
                }
            }
        }
    }

    private void sizes(List<String> sizes) {
        line("");
        line("### Cookie sizes");
        line("");
        line("Characters of the cookie's value, and the longest text that fits as the only value, under the key `k`, into a cookie"
                + " of 4096 bytes with the name `__session`; its JSON is 8 bytes longer.");
        line("");
        row(p -> p == 0 ? "" : Payload.values()[p - 1].bytes + " B of JSON", Payload.values().length + 1, "capacity");
        row(p -> p == 0 ? "---" : "---:", Payload.values().length + 1, "---:");
        for (String contender : CONTENDERS.keySet()) {
            for (String size : sizes) {
                String[] cells = size.split("\t");
                if (cells[0].equals(contender)) {
                    row(p -> p == 0 ? CONTENDERS.get(contender) : cells[p], cells.length);
                }
            }
        }
    }

    private void budgets(List<String> sizes) {
        line("");
        line("### Budgets");
        line("");
        line("| what | budget | JDK | measured | |");
        line("|---|---|---|---:|---|");
        for (int jdk : jdks.keySet()) {
            for (String operation : List.of("openAndGet", "setAndSeal")) {
                for (Payload payload : List.of(Payload.SMALL, Payload.MEDIUM)) {
                    String what = OPERATIONS.get(operation) + ", " + payload.bytes + " B";
                    Key ours = new Key(jdk, operation, OURS, payload, 1);
                    budget(what + ": time", "≤ 1.3 × floor", jdk, median(ratios(ours)), 1.3);
                    budget(what + ": time", "< every peer that encrypts", jdk, fastestPeer(ours), 1);
                    budget(what + ": two threads", "≥ 1.8 × one", jdk,
                            median(scaling(new Key(jdk, operation, OURS, payload, 2))), -1.8);
                }
                Key ours = new Key(jdk, operation, OURS, Payload.MEDIUM, 1);
                double bytes = median(measured(ours).bytes.values());
                String what = OPERATIONS.get(operation) + ", " + Payload.MEDIUM.bytes + " B: allocation";
                budget(what, "≤ 1.2 × floor", jdk,
                        bytes / median(measured(new Key(jdk, operation, FLOOR, Payload.MEDIUM, 1)).bytes.values()), 1.2);
                budget(what, "< 0.5 × Vert.x 5", jdk,
                        bytes / median(measured(new Key(jdk, operation, VERTX, Payload.MEDIUM, 1)).bytes.values()), 0.5);
            }
        }
        for (String size : sizes) {
            String[] cells = size.split("\t");
            if (cells[0].equals(OURS)) {
                budget("cookie for 60 B of JSON", "≤ 177 characters", 0, Integer.parseInt(cells[1]), 177);
                budget("capacity", "≥ 2980 B of JSON", 0, Integer.parseInt(cells[4]) + 8, -2980);
            }
        }
    }

    /** @param limit the most, or the negative of the least */
    private void budget(String what, String budget, int jdk, double value, double limit) {
        boolean met = limit < 0 ? value >= -limit : value <= limit;
        line("| " + what + " | " + budget + " | " + (jdk == 0 ? "" : jdk) + " | "
                + (value > 100 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.2f", value)) + " | "
                + (Double.isNaN(value) ? "not measured" : met ? "met" : "**missed**") + " |");
    }

    /** Our time by that of the fastest peer, the floors not being peers. */
    private double fastestPeer(Key ours) {
        double worst = Double.NaN;
        for (String contender : CONTENDERS.keySet()) {
            Key peer = new Key(ours.jdk, ours.operation, contender, ours.payload, 1);
            if (!contender.equals(OURS) && !contender.endsWith("Floor") && results.containsKey(peer)) {
                double ratio = median(paired(measured(ours).cpuNanos, measured(peer).cpuNanos));
                worst = Double.isNaN(worst) ? ratio : Math.max(worst, ratio);
            }
        }
        return worst;
    }

    private List<Double> ratios(Key key) {
        return paired(measured(key).cpuNanos,
                measured(new Key(key.jdk, key.operation, FLOOR, key.payload, key.threads)).cpuNanos);
    }

    private List<Double> scaling(Key two) {
        List<Double> ratios = paired(measured(new Key(two.jdk, two.operation, two.contender, two.payload, 1)).nanos,
                measured(two).nanos);
        ratios.replaceAll(ratio -> 2 * ratio);
        return ratios;
    }

    private static List<Double> paired(Map<Integer, Double> ours, Map<Integer, Double> others) {
        List<Double> ratios = new ArrayList<>();
        for (int round : new TreeSet<>(ours.keySet())) {
            if (others.containsKey(round)) {
                ratios.add(ours.get(round) / others.get(round));
            }
        }
        return ratios;
    }

    private Measured measured(Key key) {
        return results.getOrDefault(key, new Measured());
    }

    private static String quartiles(Iterable<Double> values, String format) {
        double[] sorted = sorted(values);
        if (sorted.length == 0) {
            return "";
        }
        return String.format(Locale.ROOT, format + " [" + format + "–" + format + "]", quantile(sorted, 0.5),
                quantile(sorted, 0.25), quantile(sorted, 0.75));
    }

    private static double median(Iterable<Double> values) {
        return quantile(sorted(values), 0.5);
    }

    private static double[] sorted(Iterable<Double> values) {
        List<Double> list = new ArrayList<>();
        values.forEach(list::add);
        list.sort(Comparator.naturalOrder());
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double quantile(double[] sorted, double quantile) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = quantile * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private void row(IntFunction<String> cell, int cells, String... more) {
        StringBuilder row = new StringBuilder("|");
        for (int i = 0; i < cells; i++) {
            row.append(' ').append(cell.apply(i)).append(" |");
        }
        for (String other : more) {
            row.append(' ').append(other).append(" |");
        }
        line(row.toString());
    }

    private void line(String text) {
        markdown.append(text).append('\n');
    }
}
