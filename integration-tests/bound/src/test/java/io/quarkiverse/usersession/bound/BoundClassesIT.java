package io.quarkiverse.usersession.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The sample has a test that an application which binds no sign-ins has none of these classes; they are still called this. */
class BoundClassesIT {

    @Test
    void anApplicationThatBindsSignInsHasTheClassesForIt() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("target"))) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                try (JarFile opened = new JarFile(jar.toFile())) {
                    opened.stream().forEach(entry -> names.add(entry.getName()));
                }
            }
        }

        assertThat(names).contains("io/quarkiverse/usersession/runtime/bound/DeviceBound.class",
                "io/quarkiverse/usersession/runtime/DeviceBoundRecorder.class");
    }
}
