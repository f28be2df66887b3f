package io.quarkiverse.usersession.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.crypto.Hkdf;
import io.quarkiverse.usersession.test.client.TestApplication;

/** Runs when all other tests of this module are done, and reads what they have logged and printed at the level TRACE. */
class TraceLogIT {

    private static final byte[] KEY = Hkdf.derive(TestApplication.SECRET.getBytes(UTF_8), "quarkus-user-session", "cookie v1",
            32);

    private static final List<String> FORBIDDEN = List.of(
            TestApplication.SECRET,
            "-s3ssion-marker",
            // accepted secrets, one of a named session, those of other systems, and values of named sessions
            "kX4vTq9Zb2Wn7Lc5Yd8Rf1Hm6Js3Gp0Ua",
            "pB7yMw3Kz9Xt5Qv1Nc8Hd4Rf6Lj2Gs0Ea",
            "gT5wXc8Zr1Lk4Vb7Nq0Md3Hj6Fs9Pa2Ye",
            "abcdef1234",
            "john_doe",
            "ada-unnamed",
            "ada-onboarding",
            HexFormat.of().formatHex(KEY),
            HexFormat.of().withUpperCase().formatHex(KEY),
            Base64.getEncoder().withoutPadding().encodeToString(KEY),
            Base64.getUrlEncoder().withoutPadding().encodeToString(KEY),
            Arrays.toString(KEY));

    @Test
    void S5_noSecretKeyOrSessionValueIsInTheLog() throws IOException {
        Path log = Path.of(TestApplication.LOG_FILE);
        Set<String> levels = new TreeSet<>();
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                assertThat(FORBIDDEN).noneMatch(line::contains);
                Stream.of("TRACE", "DEBUG", "ERROR").filter(line::contains).forEach(levels::add);
            }
        }
        assertThat(levels).as("levels in %s", log).containsExactly("DEBUG", "ERROR", "TRACE");
    }

    @Test
    void S5_noSecretKeyOrSessionValueIsInTheReports() throws IOException {
        try (Stream<Path> reports = Files.list(Path.of("target", "surefire-reports"))) {
            for (Path report : reports.filter(file -> file.toString().endsWith(".xml")).toList()) {
                String text = Files.readString(report);
                assertThat(FORBIDDEN).as(report.toString()).noneMatch(text::contains);
            }
        }
    }
}
