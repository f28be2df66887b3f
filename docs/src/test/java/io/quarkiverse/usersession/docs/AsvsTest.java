package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The page about ASVS has each requirement on sessions and their cookies, with tests that exist. */
class AsvsTest {

    private static final String PAGE = Guide.text(Guide.PAGES.resolve("asvs.adoc"));

    private static final List<String> REQUIREMENTS = List.of(
            "7.1.1", "7.1.2", "7.1.3", "7.2.1", "7.2.2", "7.2.3", "7.2.4", "7.3.1", "7.3.2", "7.4.1", "7.4.2", "7.4.3", "7.4.4",
            "7.4.5", "7.5.1", "7.5.2", "7.5.3", "7.6.1", "7.6.2", "3.3.1", "3.3.2", "3.3.3", "3.3.4", "3.3.5", "3.5.1", "3.5.2",
            "3.5.3", "3.5.4");

    private static final Pattern ROW = Pattern.compile("(?ms)^\\|\\[\\[V([\\d.]+)]]\\1$(.*?)(?=^\\|\\[\\[V|^\\|===)");
    /** A test, or a class that inherits its tests from such a class: helpers of tests show nothing. */
    private static final Pattern TEST = Pattern
            .compile("(?m)^    @(Test|ParameterizedTest|RepeatedTest)$|^(final )?class \\w+ extends \\w+Tests? \\{");

    private static final Pattern CLASS = Pattern.compile("`(\\w+)`");

    @Test
    void eachRequirementIsThereOnce() {
        List<String> numbers = new ArrayList<>();
        Matcher row = ROW.matcher(PAGE);
        while (row.find()) {
            numbers.add(row.group(1));
        }

        assertThat(numbers).isEqualTo(REQUIREMENTS);
    }

    @Test
    void eachSaysWhatIsDoneAndWhatIsLeft() {
        Matcher row = ROW.matcher(PAGE);
        while (row.find()) {
            assertThat(cells(row.group(2))).as(row.group(1)).hasSize(4);
            assertThat(cells(row.group(2)).subList(0, 3)).as(row.group(1)).allMatch(cell -> cell.length() > 3);
        }
    }

    @Test
    void eachIsShownByTestsThatExist() {
        Set<String> tests = tests();
        Matcher row = ROW.matcher(PAGE);
        while (row.find()) {
            Set<String> named = new TreeSet<>(Guide.matches(CLASS, cells(row.group(2)).get(3)));

            assertThat(named.isEmpty()).as(row.group(1)).isFalse();
            named.removeAll(tests);
            assertThat(named).as(row.group(1)).isEmpty();
        }
    }

    @Test
    void helpersOfTestsShowNothing() {
        assertThat(tests()).contains("AsvsTest", "CrossOriginTest", "RecentSignInTest", "CrossOriginBrowserIT")
                .doesNotContain("ForeignPage", "OtherSites", "RawConnection", "TestConfig");
    }

    private static List<String> cells(String row) {
        return row.lines().filter(line -> line.startsWith("|")).toList();
    }

    private static Set<String> tests() {
        return Stream.of("runtime", "deployment", "testing", "redis/runtime", "integration-tests", "integration-tests/classic",
                "integration-tests/redis", "docs")
                .flatMap(module -> Guide.files(Guide.REPOSITORY.resolve(module + "/src/test"), ".java").stream())
                .filter(file -> TEST.matcher(Guide.text(file)).find())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }
}
