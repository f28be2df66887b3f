package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.secret.SecretRules;

/** Production refuses each secret that README, guide, sample or benchmarks show, as somebody copies it. */
class PublishedSecretsTest {

    private static final List<String> PUBLISHED = List.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md",
            "docs/modules", "docs/src/main", "integration-tests/src/main", "integration-tests/pom.xml", "benchmarks",
            "testing/src/main", "runtime/src/main/java/io/quarkiverse/usersession/UserSession.java");
    private static final Set<String> BUILT = Set.of("target", "node_modules", ".git");
    private static final Pattern TEXT_FILE = Pattern
            .compile(".*\\.(md|adoc|java|properties|ya?ml|xml|sh|txt|json|html|js|ts|go|lua)|[^.]+");

    // what is assigned to, or given as, a secret, in any of the languages; without those that come from somewhere else
    private static final Pattern SECRET = Pattern
            .compile("(?i)(?:secrets?|keys?)\\b[\"'`]?\\s*(?:[=:>,(]|is|with|\\s)\\s*[\"'`]?"
                    + "([\\w+/=-]{24,})");
    private static final Pattern CALL = Pattern
            .compile(
                    "(?:withSecret|KeyRing\\.of|CookieSessionStore\\.create|PersistentLoginManager)\\([^\";]*\"([^\"]{24,})\"");
    // a text of its own that has the looks of a secret: digits, small and capital letters, and no word
    private static final Pattern LOOKS_LIKE_ONE = Pattern.compile("(?<![\\w+/=-])(?=[\\w+/-]*\\d)(?=[\\w+/-]*[a-z])"
            + "(?=[\\w+/-]*[A-Z])([\\w+/-]{32,64}={0,2})(?![\\w+/=-])");
    // a path, a constant, a class, a cookie value that the guide shows, or a name that is no value
    private static final Pattern NO_SECRET = Pattern.compile("[A-Z_]+|[a-z-]+|.*/.*/.*/.*|AQ[\\w-]{30,}|[a-zA-Z]+|[a-z_.-]+");

    @Test
    void S4_productionRefusesEachOfThem() {
        Set<String> secrets = new TreeSet<>();
        Set<String> accepted = new TreeSet<>();
        for (Path file : files()) {
            String text = Guide.text(file);
            for (Pattern pattern : List.of(SECRET, CALL, LOOKS_LIKE_ONE)) {
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    String secret = matcher.group(1);
                    if (NO_SECRET.matcher(secret).matches()) {
                        continue;
                    }
                    secrets.add(secret);
                    if (SecretRules.weakness(secret).isEmpty()) {
                        accepted.add(Guide.REPOSITORY.relativize(file) + ": " + secret);
                    }
                }
            }
        }

        assertThat(secrets).contains("k0bXyWJvO1c7yq5dKz3hTn8sVfR2mLpE4gUaQ6iZxB9eNw+MHtCjGrDlSoYPuFIA",
                "k0bXyWJvO1c7yq5dKz3hTn8sVfR2mLpE", "Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a",
                "hV5rKq8Tz2Wn9Xc4Yd7Lf1Bm6Js3Gp0EaKnownToTheBuild");
        assertThat(accepted).as("add them to PublishedSecrets").isEmpty();
    }

    private static List<Path> files() {
        List<Path> files = new ArrayList<>();
        PUBLISHED.stream().map(Guide.REPOSITORY::resolve).filter(Files::exists).forEach(start -> {
            try {
                Files.walkFileTree(start, new SimpleFileVisitor<>() {

                    @Override
                    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                        return BUILT.contains(directory.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (TEXT_FILE.matcher(file.getFileName().toString()).matches()) {
                            files.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return files;
    }
}
