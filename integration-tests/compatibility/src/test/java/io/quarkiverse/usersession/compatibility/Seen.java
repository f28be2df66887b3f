package io.quarkiverse.usersession.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which extensions have passed all their checks, as lines of platform, JDK and extension. */
final class Seen {

    private static final Path FILE = Path.of("target/seen");

    private final Map<String, Boolean> passed = new LinkedHashMap<>();

    void note(BuiltApplication application, String jdk, String extension, boolean hasPassed) {
        passed.merge(application.platform() + " " + jdk + " " + extension, hasPassed, Boolean::logicalAnd);
    }

    void write() throws IOException {
        List<String> lines = new ArrayList<>();
        passed.forEach((line, hasPassed) -> {
            if (hasPassed) {
                lines.add(line);
            }
        });
        Files.write(FILE, lines);
    }
}
