package io.quarkiverse.usersession.benchmarks.http.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The Markdown of what was measured. */
final class Report {

    private final StringBuilder text = new StringBuilder();

    void heading(int level, String heading) {
        text.append("#".repeat(level)).append(' ').append(heading).append("\n\n");
    }

    void paragraph(String paragraph) {
        text.append(paragraph).append("\n\n");
    }

    void load(Map<Endpoint, Samples> measured) {
        for (Map.Entry<Endpoint, Samples> endpoint : measured.entrySet()) {
            Samples samples = endpoint.getValue();
            row(endpoint.getKey().name(), "CPU time, µs", "added to plain, µs", "÷ plain", "allocated, bytes", "requests/s",
                    "failed");
            row("---", "---", "---", "---", "---", "---", "---");
            for (Request request : endpoint.getKey().requests()) {
                String name = request.name();
                boolean plain = name.equals(Request.PLAIN);
                row(name, samples.cpuMicros(name).text(1), plain ? "" : samples.added(name).text(1),
                        plain ? "" : samples.ratioToPlain(name).text(2), bytes(samples.bytes(name).median()),
                        samples.perSecond(name).text(0),
                        Long.toString(samples.failed(name)));
            }
            text.append('\n');
        }
    }

    void loadBudgets(Map<Endpoint, Samples> measured) {
        row("budget", "endpoint", "measured", "95 % interval", "met");
        row("---", "---", "---", "---", "---");
        for (Map.Entry<Endpoint, Samples> endpoint : measured.entrySet()) {
            if (!endpoint.getKey().requests().equals(Request.OF_APPLICATION)) {
                continue;
            }
            String name = endpoint.getKey().name();
            Samples samples = endpoint.getValue();
            Quartiles untouched = samples.ratioToPlain(Request.UNTOUCHED);
            row("untouched ÷ plain: not to be told from 1", name, number(untouched.median(), 3), untouched.interval(3),
                    untouched.intervalContains(1) ? "yes" : "no");
            budget("read: added ÷ what the floor adds ≤ 1.25", name,
                    samples.addedRatio(Request.READ, Request.FLOOR_READ), 1.25);
            budget("written: added ÷ what the floor adds ≤ 1.25", name,
                    samples.addedRatio(Request.WRITTEN, Request.FLOOR_WRITTEN), 1.25);
            budget("written: added ÷ what vertx-web adds < 0.5", name,
                    samples.addedRatio(Request.WRITTEN, Request.VERTX_WRITTEN), 0.5);
        }
        text.append('\n');
    }

    void starts(Map<String, StartBenchmark.Comparison> comparisons) {
        row("", "without", "with the extension", "added", "95 % interval of the median");
        row("---", "---", "---", "---", "---");
        comparisons.forEach((what, comparison) -> row(what, comparison.without().text(2), comparison.with().text(2),
                comparison.added().text(2), comparison.added().interval(2)));
        text.append('\n');
    }

    void isolation(int requests, int connections, List<String> wrong, double seconds) {
        paragraph(String.format(Locale.ROOT,
                "%,d requests from %d connections, each with a session of its own, half of them writing it, in %.0f s:"
                        + " %d wrong answers.",
                requests, connections, seconds, wrong.size()));
        wrong.stream().limit(5).forEach(answer -> text.append("- ").append(answer).append('\n'));
    }

    void floods(List<FloodBenchmark.Result> results) {
        row("cookies", "protocol", "what", "number", "other name, µs", "session's name, µs", "÷ other", "95 % interval",
                "limit, µs", "met");
        row("---", "---", "---", "---:", "---:", "---:", "---:", "---", "---:", "---");
        for (FloodBenchmark.Result result : results) {
            row(result.cookies(), result.protocol(), result.what(), Integer.toString(result.number()), result.other().text(1),
                    result.own().text(1), result.ratio().text(), result.ratio().interval(), number(result.limit(), 1),
                    result.isMet() ? "yes" : "no");
        }
        text.append('\n');
    }

    void stores(List<StoreBenchmark.Result> results) {
        row("endpoint", "load", "without a store, µs", "warm, µs", "÷ without", "95 % interval", "cold, µs", "÷ without",
                "95 % interval");
        row("---", "---", "---:", "---:", "---:", "---", "---:", "---:", "---");
        for (StoreBenchmark.Result result : results) {
            Ratio warm = Ratio.ofMedians(result.warm(), result.without());
            Ratio cold = Ratio.ofMedians(result.cold(), result.without());
            row("`" + result.path() + "`", result.wrk() ? "wrk" : "in step", Quartiles.of(result.without()).text(1),
                    Quartiles.of(result.warm()).text(1), warm.text(), warm.interval(), Quartiles.of(result.cold()).text(1),
                    cold.text(), cold.interval());
        }
        text.append('\n');
    }

    void values(List<ValueBenchmark.Result> results) {
        row("value, bytes", "what", "cookie, µs", "value, µs", "added, µs");
        row("---:", "---", "---:", "---:", "---:");
        for (ValueBenchmark.Result result : results) {
            value(result.size(), "read", result.cookieRead(), result.read());
            value(result.size(), "written", result.cookieWritten(), result.written());
        }
        text.append('\n');
    }

    private void value(int size, String what, List<Double> cookie, List<Double> value) {
        List<Double> added = new ArrayList<>();
        for (int round = 0; round < value.size(); round++) {
            added.add(value.get(round) - cookie.get(round));
        }
        row(String.format(Locale.ROOT, "%,d", size), what, Quartiles.of(cookie).text(1), Quartiles.of(value).text(1),
                Quartiles.of(added).text(1));
    }

    private void budget(String budget, String endpoint, Ratio ratio, double limit) {
        row(budget, endpoint, ratio.text(), ratio.interval(), ratio.value() <= limit ? "yes" : "no");
    }

    private static String bytes(double median) {
        return median == 0 ? "" : number(median, 0);
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
