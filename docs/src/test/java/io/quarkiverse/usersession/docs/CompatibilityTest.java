package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The table of compatibility is what scripts/compatibility, as it is now, has written. */
class CompatibilityTest {

    private static final String SCRIPT = Guide.text(Guide.REPOSITORY.resolve("scripts/compatibility"));
    private static final String TABLE = Guide.text(Guide.PAGES.resolve("includes/compatibility.adoc"));
    private static final Pattern PLATFORM = Pattern.compile("(?m)^\\|(\\d+\\.\\d+\\.\\d+)$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|\\d+\\.\\d+\\.\\d+\\n\\|[\\d, –]+\\n\\|(.*\\n\\|.*)$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void theTableHasAllVersionsThatAreTested() {
        assertThat(Guide.matches(PLATFORM, TABLE)).isEqualTo(words("platforms"));
    }

    @Test
    void theVersionThatTheExtensionIsCompiledAgainstIsTested() {
        assertThat(words("platforms"))
                .contains(Guide
                        .matches(Pattern.compile("<quarkus.version>(.*)<"), Guide.text(Guide.REPOSITORY.resolve("pom.xml")))
                        .get(0));
    }

    @Test
    void eachRowTellsOfEachExtension() {
        TreeSet<String> extensions = Guide.sorted(words("rest"));
        extensions.addAll(words("classic"));
        extensions.addAll(words("redis"));

        List<String> rows = Guide.matches(ROW, TABLE);
        assertThat(rows).hasSameSizeAs(words("platforms"));
        assertThat(rows)
                .allSatisfy(row -> assertThat(Guide.matches(CODE, row)).containsExactlyInAnyOrderElementsOf(extensions));
    }

    /** Those of a list in the script. */
    private static List<String> words(String list) {
        String words = Guide.matches(Pattern.compile("(?ms)^" + list + "=\\((.*?)\\)"), SCRIPT).get(0);
        return new ArrayList<>(List.of(words.trim().split("\\s+")));
    }
}
