package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the guide shows as code is a file; those in Java, shell and properties are compiled, run or read by tests. */
class CodeBlocksTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^(-{4,}|\\.{4,}|`{3,}\\w*)$\\R(.*?)^\\1$");
    private static final Pattern INCLUDE = Pattern.compile("include::\\.\\./examples/([^\\[]+)\\[([^]]*)]\\R");
    private static final Pattern TAG = Pattern.compile("(?:^|,)tag=([\\w-]+)");

    static List<Path> pages() {
        return Guide.pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void blocksAreIncludedFromExamples(Path page) {
        Matcher block = BLOCK.matcher(Guide.text(page));
        while (block.find()) {
            String content = block.group(2);
            Matcher include = INCLUDE.matcher(content);
            assertThat(include.matches()).as("not an include of an example: " + content).isTrue();
            Path example = Guide.EXAMPLES.resolve(include.group(1));
            assertThat(example).isRegularFile();
            for (String tag : Guide.matches(TAG, include.group(2))) {
                assertThat(Guide.text(example)).contains("tag::" + tag + "[]", "end::" + tag + "[]");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void sourceIsInBlocks(Path page) {
        String text = Guide.text(page);
        assertThat(Pattern.compile("(?m)^\\|?\\[(source|listing)").matcher(text).results().count())
                .isEqualTo(BLOCK.matcher(text).results().count());
    }

    @Test
    void allExamplesAreShown() {
        String pages = String.join("", Guide.pages().stream().map(Guide::text).toList());
        for (Path example : Guide.files(Guide.EXAMPLES, "")) {
            if (Files.isRegularFile(example)) {
                assertThat(pages).contains("include::../examples/" + Guide.EXAMPLES.relativize(example));
            }
        }
    }
}
