package io.quarkiverse.usersession.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The packages build on each other in one direction, by the imports of their sources. */
class PackagesTest {

    private static final Path ROOT = Path.of("src/main/java/io/quarkiverse/usersession/runtime");
    private static final Pattern IMPORT = Pattern
            .compile("(?m)^import (?:static )?io\\.quarkiverse\\.usersession\\.runtime\\.([a-z]+)\\.");

    @Test
    void noPackageImportsFromOneThatBuildsOnIt() throws IOException {
        Map<String, Set<String>> imports = imports();

        assertThat(imports).hasSizeGreaterThan(8);
        for (String start : imports.keySet()) {
            assertThat(reachedFrom(start, imports)).as("what %s builds on", start).doesNotContain(start);
        }
    }

    @Test
    void whatIsConfiguredDoesNotKnowTheConfiguration() throws IOException {
        Map<String, Set<String>> imports = imports();

        for (String lower : List.of("state", "http", "cookie", "format", "crypto", "values", "foreign", "store")) {
            assertThat(imports.get(lower)).as(lower).isNotNull().doesNotContain("config");
        }
    }

    private static Set<String> reachedFrom(String start, Map<String, Set<String>> imports) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(imports.get(start));
        while (!next.isEmpty()) {
            String found = next.pop();
            if (reached.add(found)) {
                next.addAll(imports.getOrDefault(found, Set.of()));
            }
        }
        return reached;
    }

    /** What each package below the root imports from the others. */
    private static Map<String, Set<String>> imports() throws IOException {
        Map<String, Set<String>> imports = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(ROOT, 2)) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                if (source.getParent().equals(ROOT)) {
                    continue; // the root puts all of them together
                }
                String own = source.getParent().getFileName().toString();
                Set<String> others = imports.computeIfAbsent(own, any -> new TreeSet<>());
                Matcher matcher = IMPORT.matcher(Files.readString(source));
                while (matcher.find()) {
                    if (!matcher.group(1).equals(own)) {
                        others.add(matcher.group(1));
                    }
                }
            }
        }
        return imports;
    }
}
