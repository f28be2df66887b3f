package io.quarkiverse.usersession.docs;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** The code of a page that is not Java, and what {@code docs/foreign/run} has made of it: a result for each tag. */
final class ForeignBlocks {

    static final String NOT_RUN = "docs/foreign/run makes what they read: it has not been run, or has skipped this code";

    /** What the code signs its cookies with. */
    static final String SECRET = "Nq3vXy7Rk9Wm2Tz5Lc8Hb4Jd6Gf1PsAe";

    private static final Path TARGET = Guide.REPOSITORY.resolve("docs/target/foreign");
    private static final Pattern TAG = Pattern.compile("tag::([\\w-]+)\\[]");

    private final Path example;
    private final Path copy;

    /**
     * @param example what the page shows, one of the examples
     * @param copy what has run, below the directory of the results
     */
    ForeignBlocks(String example, String copy) {
        this.example = Guide.EXAMPLES.resolve(example);
        this.copy = TARGET.resolve(copy);
    }

    boolean haveRun() {
        return Files.exists(resultsFile());
    }

    String shown() {
        return Guide.text(example);
    }

    String whatRan() {
        return Guide.text(copy);
    }

    List<String> tags() {
        return Guide.matches(TAG, shown());
    }

    Map<Object, Object> results() {
        Properties results = new Properties();
        try {
            results.load(new StringReader(Guide.text(resultsFile())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return results;
    }

    /** What came of a block: a {@code Set-Cookie} header, or what the block has read. */
    String result(String tag) {
        return (String) results().get(tag);
    }

    private Path resultsFile() {
        return copy.resolveSibling("session.properties");
    }
}
