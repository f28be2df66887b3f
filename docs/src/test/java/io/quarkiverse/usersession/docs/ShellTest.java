package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usersession.runtime.secret.SecretRules;

class ShellTest {

    static List<Path> scripts() {
        return Guide.files(Guide.EXAMPLES.resolve("shell"), ".sh");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void makesAGoodSecret(Path script) throws IOException, InterruptedException {
        String first = secret(script);
        String second = secret(script);

        assertThat(SecretRules.weakness(first)).isEmpty();
        assertThat(first).isNotEqualTo(second).hasSize(64);
    }

    private static String secret(Path script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-e", "-c", Guide.text(script) + "\nprintf %s \"$SESSION_SECRET\"")
                .redirectErrorStream(true).start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
        return output;
    }
}
