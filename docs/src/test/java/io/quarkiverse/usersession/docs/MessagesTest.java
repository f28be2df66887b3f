package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The page about messages has all that the extension logs, and with which it refuses to start. */
class MessagesTest {

    private static final Pattern CALL = Pattern
            .compile(
                    "(?:LOG\\.(?:warn|error|info|debug)f?\\(|new ConfigurationException\\(|problems\\.add\\(|\\brefuse(?:ForRemix)?\\()([^;]*);");
    private static final Pattern LITERALS = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(?:\\s*\\+\\s*(?=\"))?");
    private static final Pattern PLACEHOLDER = Pattern.compile("%[sd]|\\.{3}|[<>{}*]");
    private static final int TELLING_CHARACTERS = 12;

    @Test
    void allAreExplained() {
        String page = Guide.text(Guide.PAGES.resolve("log-messages.adoc")).replaceAll("\\s+", " ");
        TreeSet<String> messages = new TreeSet<>();
        for (Path source : sources()) {
            for (String call : Guide.matches(CALL, Guide.text(source))) {
                longestPart(call).ifPresent(messages::add);
            }
        }

        assertThat(messages).hasSizeGreaterThan(20);
        messages.removeIf(page::contains);
        assertThat(messages).as("not explained in log-messages.adoc").isEmpty();
    }

    /** The longest text that is the same in each message of a call, if that tells enough to know it again. */
    private static Optional<String> longestPart(String call) {
        Matcher literals = LITERALS.matcher(call);
        StringBuilder text = new StringBuilder();
        int end = 0;
        while (literals.find()) {
            text.append(literals.start() == end ? "" : "%s").append(literals.group(1));
            end = literals.end();
        }
        return Stream.of(PLACEHOLDER.split(text.toString().replace("\\\"", "\"")))
                .map(part -> part.replaceAll("\\s+", " ").strip())
                .filter(part -> part.length() >= TELLING_CHARACTERS)
                .max(Comparator.comparingInt(String::length));
    }

    private static List<Path> sources() {
        return Stream.of("runtime", "runtime-dev", "deployment", "redis/runtime", "redis/deployment")
                .map(module -> Guide.REPOSITORY.resolve(module + "/src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(directory -> Guide.files(directory, ".java").stream())
                .toList();
    }
}
