package io.quarkiverse.usersession.runtime.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class HmacKeyTest {

    // RFC 4231 §4.3
    private static final byte[] MESSAGE = "what do ya want for nothing?".getBytes(UTF_8);
    private static final byte[] SIGNATURE = HexFormat.of()
            .parseHex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");

    private final HmacKey key = HmacKey.sha256("Jefe".getBytes(UTF_8));

    @Test
    void verifiesTheSignatureOfTheStandard() {
        assertThat(key.verifies(MESSAGE, SIGNATURE)).isTrue();
    }

    @Test
    void verifiesTheSignatureOfTheStandardWithSha512() {
        byte[] signature = HexFormat.of().parseHex("164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737");

        assertThat(HmacKey.sha512("Jefe".getBytes(UTF_8)).verifies(MESSAGE, signature)).isTrue();
        assertThat(key.verifies(MESSAGE, signature)).isFalse();
        assertThat(HmacKey.sha512("Jefe".getBytes(UTF_8)).verifies(MESSAGE, SIGNATURE)).isFalse();
    }

    @Test
    void S9_everyOtherSignatureIsRefused() {
        for (int bit = 0; bit < SIGNATURE.length * 8; bit++) {
            byte[] changed = SIGNATURE.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(key.verifies(MESSAGE, changed)).as("bit %d", bit).isFalse();
        }
        for (int length = 0; length < 64; length++) {
            assertThat(key.verifies(MESSAGE, Arrays.copyOf(SIGNATURE, length))).as("%d bytes", length).isEqualTo(length == 32);
        }
        assertThat(HmacKey.sha256("Jefe ".getBytes(UTF_8)).verifies(MESSAGE, SIGNATURE)).isFalse();
    }

    @Test
    void S9_signaturesAreComparedInConstantTimeAndNowhereElse() throws IOException {
        Path sources = Path.of("src/main/java", HmacKey.class.getPackageName().replace('.', '/'));
        assertThat(sources.resolve("HmacKey.java")).content().contains("MessageDigest.isEqual(sign(message), signature)");
        try (Stream<Path> files = Files.list(sources)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> {
                assertThat(file).content().doesNotContain("Arrays.equals", "Arrays.mismatch", "Arrays.compare");
                if (!file.endsWith("HmacKey.java")) {
                    assertThat(file).content().doesNotContain("javax.crypto.Mac;");
                }
            });
        }
    }

    @Test
    void anEmptyKeyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> HmacKey.sha256(new byte[0]));
    }

    @Test
    void S5_theKeyIsNotInItsText() {
        assertThat(key.toString()).doesNotContain("Jefe");
    }
}
