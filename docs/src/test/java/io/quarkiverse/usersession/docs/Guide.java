package io.quarkiverse.usersession.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the guide, which tests run beside. */
final class Guide {

    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    static final Path ROOT = REPOSITORY.resolve("docs/modules/ROOT");
    static final Path PAGES = ROOT.resolve("pages");
    static final Path EXAMPLES = ROOT.resolve("examples");
    static final Path IMAGES = ROOT.resolve("assets/images");

    private static final Pattern INCLUDE = Pattern.compile("^include::([^\\[]+)\\[.*]$", Pattern.MULTILINE);

    private Guide() {
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An example's text, without the comments that mark its regions. */
    static String example(String path) {
        return text(EXAMPLES.resolve(path)).replaceAll("(?m)^.*(tag|end)::[\\w-]+\\[].*\\R", "");
    }

    static List<Path> files(Path directory, String suffix) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pages that are written by hand. */
    static List<Path> pages() {
        return files(PAGES, ".adoc").stream().filter(page -> !page.startsWith(PAGES.resolve("includes"))).toList();
    }

    /** A page and all that it includes from among the pages. */
    static String wholePage(Path page) {
        StringBuilder text = new StringBuilder(text(page));
        for (String target : matches(INCLUDE, text)) {
            if (target.startsWith("./")) {
                text.append(text(page.resolveSibling(target).normalize()));
            }
        }
        return text.toString();
    }

    /** What the first group of a pattern matches. */
    static List<String> matches(Pattern pattern, CharSequence text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    static TreeSet<String> sorted(List<String> texts) {
        return new TreeSet<>(texts);
    }
}
