package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The Java of README.md is whole files of the guide, which are compiled and tested. So it has its imports, and it works. */
class ReadmeTest {

    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\R(.*?)^```$");
    private static final Pattern CALLOUT = Pattern.compile(" // <\\d+>");

    @Test
    void itsJavaIsThatOfTheGuide() {
        List<String> blocks = Guide.matches(JAVA, Guide.text(Guide.REPOSITORY.resolve("README.md")));
        List<String> examples = Guide.files(Guide.EXAMPLES, ".java").stream().map(file -> CALLOUT
                .matcher(Guide.example(Guide.EXAMPLES.relativize(file).toString())).replaceAll("")).toList();

        assertThat(blocks).hasSizeGreaterThanOrEqualTo(4).isSubsetOf(examples);
    }
}
