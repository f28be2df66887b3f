package io.quarkiverse.usersession.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An application that has been built with one version of Quarkus. */
record BuiltApplication(String platform, List<String> extensions, Path directory) {

    private static final Path ALL = Path.of("target/applications");
    private static final String EXTENSIONS = "extensions";

    static List<BuiltApplication> all() throws IOException {
        try (Stream<Path> files = Files.find(ALL, 3, (file, attributes) -> file.endsWith(EXTENSIONS))) {
            return files.sorted().map(BuiltApplication::of).toList();
        }
    }

    private static BuiltApplication of(Path file) {
        Path directory = file.getParent();
        try {
            return new BuiltApplication(directory.getParent().getFileName().toString(), Files.readAllLines(file), directory);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Path jar() {
        return directory.resolve("quarkus-app/quarkus-run.jar");
    }

    /** The jar of this extension that it runs with. Quarkus has compressed it again, without what its build steps removed. */
    Path extension() {
        return directory.resolve("quarkus-app/lib/main/io.quarkiverse.usersession.quarkus-user-session-999-SNAPSHOT.jar");
    }

    @Override
    public String toString() {
        return "Quarkus " + platform + ", " + directory.getFileName();
    }
}
