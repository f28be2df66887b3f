package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;

/** The picture that the list of extensions and the Dev UI show. */
class IconTest {

    private static final Path ICON = Guide.IMAGES.resolve("icon.svg");

    @Test
    void theMetadataPointToTheIcon() {
        List<String> urls = Guide.matches(Pattern.compile("icon-url: \"(.*)\""),
                Guide.text(Guide.REPOSITORY.resolve("runtime/src/main/resources/META-INF/quarkus-extension.yaml")));

        assertThat(urls).singleElement().asString().startsWith("https://").endsWith("/" + Guide.REPOSITORY.relativize(ICON));
    }

    @Test
    void theDevUiShowsTheIcon() {
        assertThat(Guide.text(Guide.REPOSITORY.resolve("deployment/src/main/resources/dev-ui/user-session.svg")))
                .isEqualTo(Guide.text(ICON));
    }

    @Test
    void theIconIsAPicture() throws Exception {
        assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(ICON.toFile()).getDocumentElement()
                .getTagName())
                .isEqualTo("svg");
    }
}
