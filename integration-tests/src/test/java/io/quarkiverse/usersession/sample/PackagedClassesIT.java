package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What is in the jars of the packaged application, or in those that the native executable was made of. */
class PackagedClassesIT {

    @Test
    void whatIsForDevelopmentIsNotInProduction() throws IOException {
        assertThat(names()).contains("io/quarkiverse/usersession/runtime/http/Sessions.class")
                .noneMatch(name -> name.contains("quarkus-user-session-dev"))
                .noneMatch(name -> name.startsWith("io/quarkiverse/usersession/runtime/dev/"))
                .noneMatch(name -> name.startsWith("dev-ui/"))
                .noneMatch(name -> name.contains("qwc-user-session"));
    }

    @Test
    void whatBindsSignInsToBrowsersIsNotInAnApplicationThatDoesNotWantIt() throws IOException {
        assertThat(names()).contains("io/quarkiverse/usersession/runtime/SignInRecorder.class")
                .noneMatch(name -> name.startsWith("io/quarkiverse/usersession/runtime/bound/") && name.endsWith(".class"))
                .noneMatch(name -> name.startsWith("io/quarkiverse/usersession/runtime/DeviceBoundRecorder"));
    }

    private static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path jar : jars()) {
            names.add(jar.getFileName().toString());
            try (JarFile opened = new JarFile(jar.toFile())) {
                opened.stream().forEach(entry -> names.add(entry.getName()));
            }
        }
        return names;
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }
}
