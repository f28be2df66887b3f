package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/**
 * The Java of README.md and of what coding agents read is whole files of the guide, which are compiled and tested. So it has
 * its imports, and it works.
 */
class ReadmeTest {

    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\R(.*?)^```$");
    private static final String SKILL = "deployment/src/main/resources/META-INF/quarkus-skill.md";
    private static final Pattern SETTING = Pattern.compile("(quarkus\\.user-session\\.[a-z][a-z.-]*[a-z])");
    private static final Pattern CALLOUT = Pattern.compile(" // <\\d+>");

    @Test
    void itsJavaIsThatOfTheGuide() {
        assertThat(javaOf("README.md")).hasSizeGreaterThanOrEqualTo(4).isSubsetOf(examples());
    }

    @Test
    void theJavaOfTheSkillIsThatOfTheGuide() {
        assertThat(javaOf(SKILL)).hasSizeGreaterThanOrEqualTo(2).isSubsetOf(examples());
    }

    @Test
    void theSettingsOfTheSkillExist() {
        String reference = Guide.text(Guide.PAGES.resolve("includes/quarkus-user-session.adoc"));
        List<String> settings = Guide.matches(SETTING, Guide.text(Guide.REPOSITORY.resolve(SKILL)));

        assertThat(settings).hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(setting -> assertThat(reference).contains("`+++" + setting + "+++`"));
    }

    private static List<String> javaOf(String file) {
        return Guide.matches(JAVA, Guide.text(Guide.REPOSITORY.resolve(file)));
    }

    private static List<String> examples() {
        return Guide.files(Guide.EXAMPLES, ".java").stream().map(file -> CALLOUT
                .matcher(Guide.example(Guide.EXAMPLES.relativize(file).toString())).replaceAll("")).toList();
    }
}
