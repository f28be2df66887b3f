package io.quarkiverse.usersession.testsupport;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * The last artifact that Quarkus has built, a jar or a native executable. {@code @QuarkusIntegrationTest} uses the same file,
 * because there may be another artifact of an earlier build.
 */
public record PackagedArtifact(Path file, boolean isNative) {

    private static final Path TARGET = Path.of("target");

    public static PackagedArtifact last() throws IOException {
        Properties artifact = new Properties();
        try (Reader reader = Files.newBufferedReader(TARGET.resolve("quarkus-artifact.properties"))) {
            artifact.load(reader);
        }
        Path file = TARGET.resolve(artifact.getProperty("path"));
        return switch (artifact.getProperty("type")) {
            case "jar" -> new PackagedArtifact(file, false);
            case "native" -> new PackagedArtifact(file, true);
            default -> throw new IOException("Quarkus has built something else: " + artifact);
        };
    }

    /** The command that starts it. */
    public List<String> command() {
        return isNative ? List.of(file.toString())
                : List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", file.toString());
    }
}
