package io.quarkiverse.usersession.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRulesTest {

    private static final String RANDOM_48 = "Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0aVu3Xe8Yk2Wq7Bz1M";

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 16, 31 })
    void S4_refusesShortSecrets(int length) {
        assertThat(SecretRules.weakness(RANDOM_48.substring(0, length))).contains("is shorter than 32 bytes");
    }

    @Test
    void S4_countsBytesAndNotCharacters() {
        assertThat(SecretRules.weakness(RANDOM_48.substring(0, 32))).isEmpty();
        assertThat(SecretRules.weakness("éàüöçñøåæðþýúîôß")).isEmpty();
        assertThat(SecretRules.weakness("éàüöçñøåæðþýúîô")).contains("is shorter than 32 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = { "changeme", "ChangeMe", "CHANGEME", "Change-Me", "change_me", "change me", "c.h.a.n.g.e.m.e",
            "change this", "replace-me", "REPLACE_THIS", "secret", "Secret", "SECRET", "s-e-c-r-e-t", "my-super-secret-key",
            "password", "P a s s w o r d", "passphrase", "placeholder", "<example>", "default", "qwerty", "Let Me In",
            "asdfghjkl",
            "1q2w3e4r5t", "your-session-key-goes-here", "insert-random-string-here" })
    void S4_refusesPlaceholdersInAnySpellingAndPlace(String placeholder) {
        for (String secret : new String[] { placeholder + RANDOM_48, RANDOM_48 + placeholder,
                RANDOM_48.substring(0, 20) + "-" + placeholder + "-" + RANDOM_48.substring(20) }) {
            assertThat(SecretRules.weakness(secret)).as(secret).contains("is a placeholder");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // one character, two, seven
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "                                        ",
            "00000000000000000000000000000000000000000000000000000000000000001",
            "abababababababababababababababababababab",
            "abacadaeafagabacadaeafagaabbccddeeffgg",
            // words and other texts again and again
            "correct horse correct horse correct horse ",
            "correct horse correct horse correct horse!",
            "xk5vq9zb2wn7lc5yd8xk5vq9zb2wn7lc5yd9",
            "tr0ub4dor&3tr0ub4dor&3tr0ub4dor&3tr0ub4",
            "Jm3v9QxT7bLw2Zc8Jm3v9QxT7bLw2Zc8",
            "Jm3v9QxT7bLw2Zc8Rn5KJm3v9QxT7bLw2Zc8Rn5KJm3v",
            // sequences
            "abcdefghijklmnopqrstuvwxyz0123456789",
            "0123456789abcdefghijklmnopqrstuvwxyz",
            "zyxwvutsrqponmlkjihgfedcba9876543210",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
            "0123456789012345678901234567890123456789",
            "acegikmoqsuwybdfhjlnprtvxzacegikmoqsuwy" })
    void S4_refusesSecretsOfTooLittleVariety(String secret) {
        assertThat(SecretRules.weakness(secret)).contains("has too little variety");
    }

    @ParameterizedTest
    @ValueSource(strings = { "k0bXyWJvO1c7yq5dKz3hTn8sVfR2mLpE4gUaQ6iZxB9eNw+MHtCjGrDlSoYPuFIA",
            " 44DA78B7BBB0DFE709CF38931D25DCDD ",
            "2818143646516f6fffd707b36f334bbb", "44da78b7bbb0dfe709cf38931d25dcdd", "f686147ab967943ebbe9ed3b496e465a",
            "447c29678f9eaf289e9c4b70d3dd8a7f" })
    void S4_refusesPublishedSecrets(String secret) {
        assertThat(SecretRules.weakness(secret)).contains("has been published");
    }

    static Stream<Named<Function<Random, String>>> generators() {
        return Stream.of(
                named("32 hexadecimal digits", random -> HexFormat.of().formatHex(bytes(random, 16))),
                named("64 hexadecimal digits", random -> HexFormat.of().withUpperCase().formatHex(bytes(random, 32))),
                named("base64 of 32 bytes", random -> Base64.getEncoder().encodeToString(bytes(random, 32))),
                named("base64 of 48 bytes", random -> Base64.getEncoder().encodeToString(bytes(random, 48))),
                named("base64url of 32 bytes",
                        random -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, 32))),
                named("32 digits and letters", SecretRulesTest::digitsAndLetters));
    }

    @ParameterizedTest
    @MethodSource("generators")
    void S4_acceptsRandomSecrets(Function<Random, String> generator) {
        Random random = new Random(4);
        for (int i = 0; i < 10_000; i++) {
            String secret = generator.apply(random);

            assertThat(SecretRules.weakness(secret)).as(secret).isEmpty();
        }
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String digitsAndLetters(Random random) {
        String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            secret.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return secret.toString();
    }
}
