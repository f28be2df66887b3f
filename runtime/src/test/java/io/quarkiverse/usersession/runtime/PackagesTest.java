package io.quarkiverse.usersession.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * The packages build on each other in one direction: the API is at the bottom, and only the root of the implementation knows
 * the configuration.
 */
class PackagesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path CLASSES = Path.of("target/classes");
    private static final String ROOT = "io.quarkiverse.usersession.runtime";
    private static final String CONFIG = ROOT + ".config";

    // a type's name begins with a capital, so that a package's ends before it
    private static final Pattern PACKAGE = Pattern.compile("\\bio\\.quarkiverse\\.usersession(?:\\.[a-z]\\w*)*");
    private static final Pattern EDGE = Pattern.compile("(" + PACKAGE + ")\\s+->\\s+(" + PACKAGE + ")\\s");

    @Test
    void noPackageUsesOneThatBuildsOnIt() throws IOException {
        Map<String, Set<String>> used = used();

        for (String start : used.keySet()) {
            assertThat(reachedFrom(start, used)).as("what %s builds on", start).doesNotContain(start);
        }
    }

    @Test
    void onlyTheRootKnowsTheConfiguration() throws IOException {
        Map<String, Set<String>> used = used();

        assertThat(used).containsKey(CONFIG);
        used.forEach((user, packages) -> {
            if (!user.equals(ROOT)) {
                assertThat(packages).as(user).doesNotContain(CONFIG);
            }
        });
    }

    @Test
    void packagesAreSeenHoweverTheyAreNamed() {
        assertThat(packagesNamedIn("""
                import io.quarkiverse.usersession.UserSession;
                import io.quarkiverse.usersession.runtime.one.Outer.Inner;
                import static io.quarkiverse.usersession.runtime.two.Outer.CONSTANT;
                import io.quarkiverse.usersession.runtime.three.*;
                import io.quarkiverse.usersession.runtime.CurrentRequest;
                class Example {
                    Object four = new io.quarkiverse.usersession.runtime.four.deeper.Type();
                }
                """)).containsExactlyInAnyOrder("io.quarkiverse.usersession", ROOT, ROOT + ".one", ROOT + ".two",
                ROOT + ".three", ROOT + ".four.deeper");
    }

    private static Set<String> reachedFrom(String start, Map<String, Set<String>> used) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(used.get(start));
        while (!next.isEmpty()) {
            String found = next.pop();
            if (reached.add(found)) {
                next.addAll(used.getOrDefault(found, Set.of()));
            }
        }
        return reached;
    }

    /** The packages that each package uses, itself aside. */
    private static Map<String, Set<String>> used() throws IOException {
        Map<String, Set<String>> used = new TreeMap<>();
        addSources(used);
        addClasses(used);
        used.forEach((user, packages) -> packages.remove(user));
        return used;
    }

    /** The compiler writes the values of constants into classes, which then don't tell where they are from. */
    private static void addSources(Map<String, Set<String>> used) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path source : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                String own = SOURCES.relativize(source.getParent()).toString().replace('/', '.').replace('\\', '.');
                used.computeIfAbsent(own, any -> new TreeSet<>()).addAll(packagesNamedIn(Files.readString(source)));
            }
        }
    }

    /** Sources don't name the type of what one method returns and the next one is called on. */
    private static void addClasses(Map<String, Set<String>> used) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int code = ToolProvider.findFirst("jdeps").orElseThrow()
                .run(writer, writer, "-verbose:package", CLASSES.toString());
        assertThat(code).as("jdeps: %s", output).isZero();
        Matcher edge = EDGE.matcher(output.toString());
        assertThat(edge.results()).hasSizeGreaterThan(used.size());
        edge.reset();
        while (edge.find()) {
            used.get(edge.group(1)).add(edge.group(2));
        }
    }

    private static Set<String> packagesNamedIn(String source) {
        Set<String> packages = new TreeSet<>();
        Matcher name = PACKAGE.matcher(source);
        while (name.find()) {
            packages.add(name.group());
        }
        return packages;
    }
}
