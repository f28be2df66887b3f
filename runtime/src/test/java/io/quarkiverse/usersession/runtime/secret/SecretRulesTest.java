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
            "mYsEcReTsEsSiOnKeYfOrMyApPlIcAtIoN", "MyDogsNameIsRex!HeIsFiveYearsOld",
            "onetwothreefourfivesixseveneightnine", "votre-cle-secrete-pour-la-session-ici",
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
            // words between other separators
            "correct#horse#battery#staple#and#then#some", "correct|horse|battery|staple|and|then|some",
            "correct::horse::battery::staple::and::then::some", "super--secret--session--key--for--shop",
            "super___secret___session___key___x", "foo,bar,baz,qux,quux,corge,grault,garply",
            "42:Correct:horse:battery:STAPLE:97",
            "https://www.example.com/path/to/secret?key=value", "/home/user/projects/my-app/config/secrets.yml",
            "einszweidreivierfuenfsechssiebenachtneunzehn", "unodostrescuatrocincoseissieteochonuevediez",
            // several sequences at once
            "A1B2C3D4E5F6G7H8I9J0K1L2M3N4O5P6", "1a2b3c4d5e6f7g8h9i0j1k2l3m4n5o6p", "0a1b2c3d4e5f6071829304a5b6c7d8e9f",
            "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-0000-1111", "ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ01",
            "ABC123-DEF456-GHI789-JKL012-MNO345", "1!2@3#4$5%6^7&8*9(0)1!2@3#4$5%6^",
            "aAbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQ", "9876543210987654321098765432109876",
            "qwfpbjluyarstgmneiozxcdvkh123456", "deadbeefcafebabe8badf00dfeedface", "0.577215664901532860606512090082402431",
            // points in time
            "19900517199208232015030420181130", "Summer2024!Winter2025!Autumn2026!",
            "Thu, 26 Nov 2026 23:15:43 GMT session", "1990-05-17 1992-08-23 2015-03-04 2018-11-30",
            "2024-01-01T00:00:00Z2024-12-31T23:59:59Z", "01.02.1990,31.12.2024,24.12.2025,01.01.2026",
            "0e02b2c3-d479-11f0-a567-f47ac10b58cc", "1ef21d2f-1207-6660-8c4f-419efbd44d48",
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
            "404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970", "123e4567-e89b-12d3-a456-426614174000",
            "f47ac10b-58cc-4372-a567-0e02b2c3d479", "a1b2c3d4-e5f6-7890-abcd-ef1234567890",
            "6ba7b812-9dad-11d1-80b4-00c04fd430c8", "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
            "2gyZ3GDw3LHZQKDhPmPDL3sjREVRXPr8", "base64:2fl+Ktvkfl+Fuz4Qp/A75G2RTiWVA/ZoKZvp6fiiM10=",
            "DYhG93b0qyJfIxfs2guVoUubWwvniR2G0FgaC9mi", "eUk1p7UB3nFiXZGUXi0uph1Y9p34YhBU" })
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

    @ParameterizedTest
    @ValueSource(strings = {
            // a random text that happens to begin like words and dates
            "shop-session-394f5f47b61ada45f7d1f1581df6012e", "shop-session-ba7a11fe89fc6accfa25c66bc58dd2cf",
            "shop-session-bede5525411cfa2a017fed1371c6ab50", "shop-session-20060514-2008-4bf2-90fb-69feab4fed21",
            // single letters between symbols, and words whose letters are digits, symbols and capitals without order
            "=!}Y#,HKi|1^(]s<,L-*Aufwh0cui:0;{:{3lS}r", ">!&f1n4|Ca?:$IESY&U!aw_J(xJxjw-Pkj([)Mr<",
            "Y_sADOoIuZTm0sthXaztRAr3aUuYt-D8", "LUL5h0utWi5HdrysiMoiFKpZxbFrO03b",
            // bytes of which many would be letters with accents
            "7vEsL2gsU3Rfd9ogwGwne1/vLt9INUPo2mzr8f999LE=",
            // 32 random hexadecimal digits and a line break
            "MWE2NzhkNWI0MGRlMjU4ODg4YmVmZjkwN2I5ZDkyOTQK", "ZTY3ZWEwYTRjNjY5MTdlYWQ2OTJmZTAxZGFlZjAzNzIK" })
    void S4_acceptsRandomTextThatLooksLikeMoreByChance(String secret) {
        assertThat(SecretRules.weakness(secret)).isEmpty();
    }

    @Test
    void judgesALongSecretByItsBeginning() {
        assertThat(SecretRules.weakness("never again ".repeat(100_000))).contains(GUESSABLE);
        assertThat(SecretRules.weakness(RANDOM_48 + "never again ".repeat(100_000))).isEmpty();
    }
}
