package io.quarkiverse.usersession.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testsupport.PackagedArtifact;

/** Secrets that are there when the application is built, as the pom.xml has some, are not in what has been built. */
class PackagedSecretIT {

    private static final String SECRET = "KnownToTheBuild";
    private static final List<String> KEYS = List.of("quarkus.user-session.secret", "quarkus.user-session.accepted-secrets",
            "quarkus.user-session.import.secrets");

    // which is known to the build too, and belongs into the application
    private static final String APPLICATION = "corner-shop";

    @Test
    void S5_aSecretOfTheBuildIsInNoFileOfTheApplication() throws IOException {
        List<String> withSecret = new ArrayList<>();
        List<String> withApplication = new ArrayList<>();
        List<Path> packaged = packaged();
        for (Path file : packaged) {
            byte[] bytes = Files.readAllBytes(file);
            search(file.toString(), bytes, withSecret, withApplication);
            if (file.toString().endsWith(".jar")) {
                searchEntries(file, withSecret, withApplication);
            }
        }

        String build = Files.readString(Path.of("pom.xml"));
        assertThat(KEYS).allSatisfy(key -> assertThat(build).containsPattern("<" + key + ">\\S+" + SECRET + "</" + key + ">"));
        assertThat(packaged).contains(PackagedArtifact.last().file());
        assertThat(withApplication).isNotEmpty();
        assertThat(withSecret).isEmpty();
    }

    private static void searchEntries(Path jar, List<String> withSecret, List<String> withApplication) throws IOException {
        try (InputStream file = Files.newInputStream(jar); ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.getName().startsWith("META-INF/maven/")) { // where Maven puts the pom.xml itself
                    search(jar + "!" + entry.getName(), entries.readAllBytes(), withSecret, withApplication);
                }
            }
        }
    }

    private static void search(String name, byte[] bytes, List<String> withSecret, List<String> withApplication) {
        String text = new String(bytes, ISO_8859_1);
        if (text.contains(SECRET)) {
            withSecret.add(name);
        }
        if (text.contains(APPLICATION)) {
            withApplication.add(name);
        }
    }

    /** The native executable where there is one, and what the application is started from or was compiled from. */
    private static List<Path> packaged() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith("-runner") || file.toString().contains("quarkus-app")
                            || file.toString().contains("native-image-source-jar"))
                    .toList();
        }
    }
}
