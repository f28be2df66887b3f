package io.quarkiverse.usersession.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRulesTest {

    private static final String GUESSABLE = "consists of words, sequences or repetitions";
    private static final String RANDOM_48 = "t7Vq0eRzK3mXw9LbYc5Hd2UoGn8PjAs4FiT1xQvN6kZrB0yE";

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 16, 31 })
    void S4_refusesShortSecrets(int length) {
        assertThat(SecretRules.weakness(RANDOM_48.substring(0, length))).contains("is shorter than 32 bytes");
    }

    @Test
    void S4_countsBytesAndNotCharacters() {
        assertThat(SecretRules.weakness(RANDOM_48.substring(0, 32))).isEmpty();
        assertThat(SecretRules.weakness("é" + RANDOM_48.substring(0, 30))).isEmpty();
        assertThat(SecretRules.weakness("é" + RANDOM_48.substring(0, 29))).contains("is shorter than 32 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // placeholders
            "changemechangemechangemechangeme", "ChangeMe-ChangeMe-ChangeMe-ChangeMe-1",
            "your-session-secret-goes-here-please-replace-it", "<insert-a-long-random-string-here-please>",
            "MySuperSecretPassword123!MySuperSecretPassword456!", "my_very_long_secret_key_that_is_32_bytes",
            "ThisTokenIsNotSoSecretChangeItPlease", "your-256-bit-secret-your-256-bit-secret",
            "a-string-secret-at-least-256-bits-long", "Change_Me-1234567890-abcdefghijklmnop",
            "quarkus-user-session-production-secret-2026",
            // sentences and other words
            "correct horse battery staple and then some", "correcthorsebatterystapleandthensome",
            "CorrectHorseBatteryStapleAndThenSome", "Correct-Horse-Battery-Staple-42-Apple",
            "c0rr3ct h0rs3 b4tt3ry st4pl3 f0r 3v3r", "It was the best of times, it was the worst of times",
            "The quick brown fox jumps over the lazy dog", "thequickbrownfoxjumpsoverthelazydog",
            "We hold these truths to be self-evident, that all men are created equal",
            "To be, or not to be, that is the question: Whether 'tis nobler", "purple monkey dishwasher banana keyboard lamp",
            "our company makes excellent furniture since 1987", "my dog ate the homework again yesterday",
            "Nobody expects the Spanish inquisition, least of all at dawn",
            "colorless green ideas sleep furiously beneath gnarled oaks", "com.example.myapp.session.signing.key.production",
            "Lorem ipsum dolor sit amet, consectetur adipiscing elit", "Der schnelle braune Fuchs springt über den faulen Hund",
            "Il était une fois une petite fille de village, la plus jolie",
            "En un lugar de la Mancha, de cuyo nombre no quiero acordarme", "съешь же ещё этих мягких французских булок",
            // the keyboard
            "qwertyuiopasdfghjklzxcvbnmqwertyuiop", "QWERTYUIOPasdfghjklZXCVBNM1234567890",
            "poiuytrewqlkjhgfdsamnbvcxz0987654321", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,",
            "!QAZ@WSX#EDC$RFV%TGB^YHN&UJM*IK<", "qweasdzxcrtyfghvbnuiojklm,./1234", "azertyuiopqsdfghjklmwxcvbn123456",
            "qwertzuiopasdfghjklyxcvbnm123456", "!@#$%^&*()qwertyuiop!@#$%^&*()asdf",
            // numbers
            "314159265358979323846264338327950288", "3.14159265358979323846264338327950288",
            "2.71828182845904523536028747135266249", "1.41421356237309504880168872420969807",
            "1.61803398874989484820458683436563811", "243f6a8885a308d313198a2e03707344a4093822299f31d0",
            "112358132134558914423337761098715972584",
            // sequences
            "abcdefghijklmnopqrstuvwxyz0123456789", "zyxwvutsrqponmlkjihgfedcba9876543210",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
            "0123456789012345678901234567890123456789", "acegikmoqsuwybdfhjlnprtvxzacegikmoqsuwy",
            "0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210",
            // repetitions
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "                                        ",
            "00000000000000000000000000000000000000000000000000000000000000001", "abababababababababababababababababababab",
            "abacadaeafagabacadaeafagaabbccddeeffgg", "xk5vq9zb2wn7lc5yd8xk5vq9zb2wn7lc5yd9",
            "tr0ub4dor&3tr0ub4dor&3tr0ub4dor&3tr0ub4", "Jx3v9QxT7bLw2Zc8Jx3v9QxT7bLw2Zc8",
            "Jx3v9QxT7bLw2Zc8Rn5KJx3v9QxT7bLw2Zc8Rn5KJx3v",
            // little of its own beside all that
            "x9-correct horse battery staple and-Zq7", "secret-secret-secret-x7Kp9q2L-secret" })
    void S4_refusesWhatPeopleWrite(String secret) {
        assertThat(SecretRules.weakness(secret)).contains(GUESSABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "changemechangemechangemechangeme", "changeme12345678", "my-session-secret",
            "correct horse battery staple", "The quick brown fox jumps over the lazy dog", "qwertyuiopasdfghjklzxcvbnm",
            "0123456789abcdefghijklmnopqrstuv", "Der schnelle braune Fuchs springt über den faulen Hund" })
    void S4_refusesTheSameEncoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(bytes);
        String hex = HexFormat.of().formatHex(bytes);
        for (String encoded : List.of(base64, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), hex,
                hex.toUpperCase(), HexFormat.ofDelimiter(":").formatHex(bytes), "base64:" + base64, "hex:" + hex,
                Base64.getEncoder().encodeToString(base64.getBytes(StandardCharsets.UTF_8)),
                Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.UTF_8)))) {
            if (encoded.length() >= SecretRules.MIN_BYTES) {
                assertThat(SecretRules.weakness(encoded)).as(encoded).isPresent();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
            "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=", "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
            "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43UOV3HO6DZPI======" })
    void S4_refusesEncodedBytesThatAreASequence(String secret) {
        assertThat(SecretRules.weakness(secret)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = { "k0bXyWJvO1c7yq5dKz3hTn8sVfR2mLpE4gUaQ6iZxB9eNw+MHtCjGrDlSoYPuFIA",
            " 44DA78B7BBB0DFE709CF38931D25DCDD ", "2818143646516f6fffd707b36f334bbb", "44da78b7bbb0dfe709cf38931d25dcdd",
            "f686147ab967943ebbe9ed3b496e465a", "447c29678f9eaf289e9c4b70d3dd8a7f", "prod-447c29678f9eaf289e9c4b70d3dd8a7f",
            "404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970", "123e4567-e89b-12d3-a456-426614174000" })
    void S4_refusesPublishedSecrets(String secret) {
        assertThat(SecretRules.weakness(secret)).contains("has been published");
    }

    @ParameterizedTest
    @ValueSource(strings = { "secret_", "my-app-prod-", "sk_live_", "changeme", "password=", "session-secret-for-production-",
            "The quick brown fox jumps over the lazy dog ", "qwertyuiop", "0123456789", "2026-11-26T12:00:00Z-" })
    void S4_acceptsEnoughRandomCharactersBesideAnythingElse(String text) {
        String random = RANDOM_48.substring(0, 40);

        assertThat(SecretRules.weakness(text + random)).isEmpty();
        assertThat(SecretRules.weakness(random + text)).isEmpty();
        assertThat(SecretRules.weakness(RANDOM_48.substring(0, 24) + text + RANDOM_48.substring(24))).isEmpty();
    }

    @Test
    void judgesALongSecretByItsBeginning() {
        assertThat(SecretRules.weakness("never again ".repeat(100_000))).contains(GUESSABLE);
        assertThat(SecretRules.weakness(RANDOM_48 + "never again ".repeat(100_000))).isEmpty();
    }
}
