package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The chart shows what the benchmarks found, in bars that are as long as their figures. */
class PerformanceTest {

    private static final Pattern GROUP = Pattern
            .compile("font-weight=\"bold\" fill=\"#263238\">([^<]+)</text>\\R(?s:(.*?))(?=  "
                    + "<text x=\"20\"[^>]*font-weight|</svg>)");
    private static final Pattern BAR = Pattern.compile(
            "text-anchor=\"end\"[^>]*>(\\w+)</text>\\s+<rect x=\"250\" y=\"\\d+\" width=\"(\\d+)\"[^>]*/>\\s+<text[^>]*>([−\\d.]+)</text>");
    private static final Map<String, String> ROWS = Map.of("This extension", "session", "By hand", "floor,",
            "Vert.x 4", "vertx-web,", "HttpSession", "HttpSession,");
    private static final double PIXELS_OF_A_MICROSECOND = 23;

    @Test
    void theChartHasTheFiguresOfTheResults() {
        String chart = Guide.text(Guide.IMAGES.resolve("performance.svg"));
        String results = Guide.text(Guide.REPOSITORY.resolve("benchmarks/RESULTS.md"));
        int bars = 0;
        Matcher group = GROUP.matcher(chart);
        while (group.find()) {
            Matcher bar = BAR.matcher(group.group(2));
            while (bar.find()) {
                String row = ROWS.get(group.group(1)) + " " + bar.group(1);
                double shown = Double.parseDouble(bar.group(3).replace('−', '-'));
                assertThat(shown).as(row).isEqualTo(added(results, row));
                assertThat(Double.parseDouble(bar.group(2))).as(row)
                        .isEqualTo(Math.max(2, Math.round(shown * PIXELS_OF_A_MICROSECOND)));
                bars++;
            }
        }
        assertThat(bars).isEqualTo(10);
    }

    /**
     * What is added to a plain request: the third cell of the first row of that name, which is of the event loop, or of
     * servlets.
     */
    private static double added(String results, String row) {
        List<String> found = Guide.matches(Pattern.compile("(?m)^\\| " + Pattern.quote(row) + " \\| [^|]+ \\| (-?[\\d.]+) \\["),
                results);
        assertThat(found).as(row).isNotEmpty();
        return Double.parseDouble(found.get(0));
    }
}
