package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The page of security requirements names the classes whose tests begin with a requirement's number, and no others. */
class RequirementsTest {

    private static final Path PAGE = Guide.PAGES.resolve("security-requirements.adoc");

    private static final Pattern ROW = Pattern.compile("(?ms)^\\|\\[\\[(S\\d+)]]\\1$(.*?)(?=^\\|\\[\\[S|^\\|===)");
    private static final Pattern CLASS = Pattern.compile("`(\\w+)`");
    private static final Pattern TEST = Pattern.compile("\\bvoid ((?:S\\d+_)+)\\w+\\(");
    private static final Pattern NUMBER = Pattern.compile("(S\\d+)_");

    @Test
    void eachRequirementNamesTheClassesThatTestIt() {
        assertThat(classesOnThePage()).isEqualTo(classesOfTheTests());
    }

    @Test
    void eachRequirementSaysWhatAndWhy() {
        for (String row : rows().values()) {
            assertThat(row.lines().filter(line -> line.startsWith("|")).toList()).as(row).hasSize(3)
                    .allMatch(cell -> cell.length() > 3);
        }
    }

    /** By the numbers of the requirements. */
    private static Map<String, TreeSet<String>> classesOnThePage() {
        Map<String, TreeSet<String>> classes = new TreeMap<>();
        rows().forEach((number, row) -> {
            List<String> cells = row.lines().filter(line -> line.startsWith("|")).toList();
            classes.put(number, Guide.sorted(Guide.matches(CLASS, cells.get(cells.size() - 1))));
        });
        return classes;
    }

    private static Map<String, TreeSet<String>> classesOfTheTests() {
        Map<String, TreeSet<String>> classes = new TreeMap<>();
        for (Path source : testSources()) {
            String name = source.getFileName().toString().replace(".java", "");
            for (String numbers : Guide.matches(TEST, Guide.text(source))) {
                for (String number : Guide.matches(NUMBER, numbers)) {
                    classes.computeIfAbsent(number, any -> new TreeSet<>()).add(name);
                }
            }
        }
        return classes;
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Guide.text(PAGE));
        while (row.find()) {
            rows.put(row.group(1), row.group(2));
        }
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private static List<Path> testSources() {
        List<Path> sources = new ArrayList<>();
        Stream.of("runtime", "runtime-dev", "deployment", "testing", "redis/runtime", "redis/deployment", "integration-tests",
                "integration-tests/bound", "integration-tests/classic", "integration-tests/redis", "docs")
                .map(module -> Guide.REPOSITORY.resolve(module + "/src/test"))
                .forEach(directory -> sources.addAll(Guide.files(directory, ".java")));
        return sources;
    }
}
