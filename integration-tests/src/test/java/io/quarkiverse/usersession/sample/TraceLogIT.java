package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs when all other tests of this module are done, and reads what the shop has logged at the level TRACE. */
class TraceLogIT {

    @ParameterizedTest
    @CsvSource({ "trace.log, test", "quarkus.log, prod" })
    void S5_noSecretOrSessionValueIsInTheLog(String file, String profile) throws IOException {
        List<String> forbidden = List.of(SecretOfTheTests.VALUE, "Lovelace", "Hopper");
        List<String> expected = List.of("Profile " + profile + " activated", "Session 'default': cookie outcome valid",
                "TRACE");
        Set<String> found = new HashSet<>();
        try (BufferedReader lines = Files.newBufferedReader(Path.of("target", file))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                assertThat(forbidden).noneMatch(line::contains);
                expected.stream().filter(line::contains).forEach(found::add);
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }
}
