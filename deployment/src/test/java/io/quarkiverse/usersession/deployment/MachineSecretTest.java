package io.quarkiverse.usersession.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.testsupport.CapturedLog;

/** The random secret of a machine, from which those of development mode are made. */
class MachineSecretTest {

    private static final String GOOD = "0123456789abcdef".repeat(4);

    @TempDir
    Path home;

    @Test
    void S43_itIsRandomAndStaysTheSame() throws Exception {
        Path file = MachineSecret.fileIn(home);

        String secret = MachineSecret.keptIn(file);

        assertThat(secret).matches("[0-9a-f]{64}");
        assertThat(MachineSecret.keptIn(file)).isEqualTo(secret).isEqualTo(Files.readString(file));
        assertThat(MachineSecret.keptIn(MachineSecret.fileIn(home.resolve("other")))).isNotEqualTo(secret);
    }

    @Test
    void S43_onlyItsOwnerCanReadIt() throws Exception {
        Path file = MachineSecret.fileIn(home);

        MachineSecret.keptIn(file);

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(file.getParent())).isEqualTo("rwx------");
        assertThat(home.relativize(file)).isEqualTo(Path.of(".quarkus/user-session/development-secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwxrwxrwx" })
    void S43_oneThatOthersCouldReadOrWriteIsReplaced(String permissions) throws Exception {
        Path file = fileWith(GOOD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        try (CapturedLog log = new CapturedLog()) {
            String secret = MachineSecret.keptIn(file);

            assertThat(secret).isNotEqualTo(GOOD).isEqualTo(MachineSecret.keptIn(file));
            assertThat(permissions(file)).isEqualTo("rw-------");
            assertThat(log.messages("WARN")).singleElement().asString()
                    .startsWith(file + " was damaged or could be read by others: it has been replaced")
                    .doesNotContain(secret, GOOD);
        }
    }

    @Test
    void S43_theDirectoryIsClosedToOthersBeforeASecretIsThere() throws Exception {
        Path file = MachineSecret.fileIn(home);
        Files.createDirectories(file.getParent());
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));

        MachineSecret.keptIn(file);

        assertThat(permissions(file.getParent())).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "0123", "not a secret",
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde",
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeg",
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n" })
    void S43_oneThatIsDamagedIsReplaced(String damaged) throws Exception {
        Path file = fileWith(damaged);

        try (CapturedLog log = new CapturedLog()) {
            String secret = MachineSecret.keptIn(file);

            assertThat(secret).hasSize(64).isEqualTo(MachineSecret.keptIn(file));
            assertThat(permissions(file)).isEqualTo("rw-------");
            assertThat(log.messages("WARN")).hasSize(1);
        }
    }

    @Test
    void S43_aLinkToAnotherFileIsReplacedAndThatFileStays() throws Exception {
        Path other = home.resolve("other");
        Files.writeString(other, GOOD);
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));
        Path file = MachineSecret.fileIn(home);
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, other);

        assertThat(MachineSecret.keptIn(file)).isNotEqualTo(GOOD);
        assertThat(other).content().isEqualTo(GOOD);
        assertThat(Files.isSymbolicLink(file)).isFalse();
    }

    @Test
    void S43_whereNoFileCanBeKeptThatIsSaid() throws Exception {
        Path noDirectory = home.resolve("file");
        Files.writeString(noDirectory, "");
        Path aDirectory = home.resolve("full");
        Files.createDirectories(MachineSecret.fileIn(aDirectory).resolve("something"));

        assertThatIOException().isThrownBy(() -> MachineSecret.keptIn(MachineSecret.fileIn(noDirectory)));
        assertThatIOException().isThrownBy(() -> MachineSecret.keptIn(MachineSecret.fileIn(aDirectory)));
    }

    @Test
    void S43_aProcessThatHoldsTheLockForGoodDoesNotHoldUpTheStart() throws Exception {
        Path file = MachineSecret.fileIn(home);
        Files.createDirectories(file.getParent());
        Path lock = file.resolveSibling("development-secret.lock");

        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatIOException().isThrownBy(() -> MachineSecret.keptIn(file))
                    .withMessageContaining("another process has locked it");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void S43_processesAndThreadsThatMakeItAtOnceAgreeOnOne() throws Exception {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            files.add(MachineSecret.fileIn(home.resolve("new" + i)).toString());
            files.add(fileWith("damaged", home.resolve("damaged" + i)).toString());
            Path open = fileWith(GOOD, home.resolve("open" + i));
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
            files.add(open.toString());
        }

        Map<String, Set<String>> secrets = secretsOfProcesses(4, files);

        assertThat(secrets).hasSize(files.size()).allSatisfy((file, found) -> {
            assertThat(found).as(file).hasSize(1);
            assertThat(Path.of(file)).hasContent(found.iterator().next());
        });
        assertThat(new TreeSet<>(secrets.values().stream().map(Object::toString).toList())).hasSize(files.size());
        try (Stream<Path> left = Files.walk(home)) {
            assertThat(left.map(Path::toString)).noneMatch(name -> name.endsWith(".new"));
        }
    }

    private static Map<String, Set<String>> secretsOfProcesses(int number, List<String> files)
            throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        try {
            for (int i = 0; i < number; i++) {
                List<String> command = new ArrayList<>(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                        System.getProperty("java.class.path"), MachineSecretProcess.class.getName()));
                command.addAll(files);
                processes.add(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
            }
            for (Process process : processes) {
                assertThat(process.inputReader().readLine()).isEqualTo("ready");
            }
            for (Process process : processes) {
                process.outputWriter().append('\n').flush();
            }
            Map<String, Set<String>> secrets = new TreeMap<>();
            for (Process process : processes) {
                BufferedReader output = process.inputReader();
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    int end = line.lastIndexOf('=');
                    secrets.computeIfAbsent(line.substring(0, end), file -> new TreeSet<>()).add(line.substring(end + 1));
                }
                assertThat(process.waitFor()).isZero();
            }
            return secrets;
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    private Path fileWith(String content) throws IOException {
        return fileWith(content, home);
    }

    private static Path fileWith(String content, Path home) throws IOException {
        Path file = MachineSecret.fileIn(home);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
