package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asciidoctor checks what is within a page, and this what leads from one to another or out of the guide. */
class LinksTest {

    private static final Pattern XREF = Pattern.compile("xref:([^\\[#]*)(?:#([^\\[]+))?\\[");
    private static final Pattern ANCHOR_REFERENCE = Pattern.compile("<<([^,>]+)[,>]");
    private static final Pattern ANCHOR = Pattern.compile("\\[\\[([^],]+)]]|^\\[#([\\w-]+)", Pattern.MULTILINE);
    private static final Pattern INCLUDE = Pattern.compile("^include::([^\\[]+)\\[", Pattern.MULTILINE);
    private static final Pattern IMAGE = Pattern.compile("image::?([^\\[:]+)\\[");
    private static final Pattern RELATIVE_LINK = Pattern.compile("link:(?!https?:|#)([^\\[]+)\\[");
    private static final Pattern REPOSITORY_LINK = Pattern
            .compile("https://github\\.com/quarkiverse/quarkus-user-session/(?:blob|tree)/main/([^\\[)\\s#]+)");
    private static final Pattern MARKDOWN_LINK = Pattern.compile("]\\((?!https?:)([^)]+)\\)");
    private static final Pattern MARKDOWN_HEADING = Pattern.compile("(?m)^#+ +(.*)$");

    static List<Path> pages() {
        return Guide.pages();
    }

    static List<Path> pagesAndNavigation() {
        return Stream.concat(Guide.pages().stream(), Stream.of(Guide.ROOT.resolve("nav.adoc"))).toList();
    }

    static List<Path> markdown() {
        return Stream
                .of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "benchmarks/README.md",
                        "benchmarks/RESULTS.md")
                .map(Guide.REPOSITORY::resolve).toList();
    }

    @ParameterizedTest
    @MethodSource("pagesAndNavigation")
    void referencesResolve(Path page) {
        Matcher xref = XREF.matcher(Guide.text(page));
        while (xref.find()) {
            Path target = xref.group(1).isEmpty() ? page : Guide.PAGES.resolve(xref.group(1));
            assertThat(target).isRegularFile();
            if (xref.group(2) != null) {
                assertThat(anchors(target)).as(target.toString()).contains(xref.group(2));
            }
        }
        assertThat(anchors(page)).containsAll(Guide.matches(ANCHOR_REFERENCE, Guide.text(page)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void includesImagesAndLinksResolve(Path page) {
        String text = Guide.text(page);
        for (String target : Guide.matches(INCLUDE, text)) {
            assertThat(page.resolveSibling(target).normalize()).isRegularFile();
        }
        for (String image : Guide.matches(IMAGE, text)) {
            assertThat(Guide.IMAGES.resolve(image)).isRegularFile();
        }
        assertThat(Guide.matches(RELATIVE_LINK, text)).as("files are linked to by their address in the repository").isEmpty();
        for (String file : Guide.matches(REPOSITORY_LINK, text)) {
            assertThat(Guide.REPOSITORY.resolve(file)).exists();
        }
    }

    @Test
    void navigationListsAllPages() {
        List<String> listed = Guide.matches(XREF, Guide.text(Guide.ROOT.resolve("nav.adoc")));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(
                Guide.pages().stream().map(page -> Guide.PAGES.relativize(page).toString()).toList());
    }

    @ParameterizedTest
    @MethodSource("markdown")
    void linksInMarkdownResolve(Path file) {
        for (String link : Guide.matches(MARKDOWN_LINK, Guide.text(file))) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]);
            assertThat(Files.exists(target)).as(link).isTrue();
            if (parts.length == 2) {
                assertThat(Guide.matches(MARKDOWN_HEADING, Guide.text(target)).stream().map(LinksTest::markdownAnchor))
                        .contains(parts[1]);
            }
        }
    }

    private static List<String> anchors(Path page) {
        return ANCHOR.matcher(Guide.wholePage(page)).results()
                .map(anchor -> anchor.group(1) == null ? anchor.group(2) : anchor.group(1)).toList();
    }

    private static String markdownAnchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
    }
}
