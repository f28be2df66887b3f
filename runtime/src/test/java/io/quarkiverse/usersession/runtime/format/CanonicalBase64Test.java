package io.quarkiverse.usersession.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalBase64Test {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /** One text in four is what the JDK writes, the others have a character of any kind in them. */
    @ParameterizedTest
    @EnumSource
    void decodesExactlyWhatTheJdkEncodes(CanonicalBase64 alphabet) {
        boolean url = alphabet == CanonicalBase64.URL;
        Base64.Encoder encoder = (url ? Base64.getUrlEncoder() : Base64.getEncoder()).withoutPadding();
        Base64.Decoder decoder = url ? Base64.getUrlDecoder() : Base64.getDecoder();
        Random random = new Random(4648);
        int canonical = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            StringBuilder text = new StringBuilder(encoder.encodeToString(bytes));
            if (i % 4 != 0 && !text.isEmpty()) {
                int character = switch (i % 4) {
                    case 1 -> random.nextInt(0x80);
                    case 2 -> random.nextInt(0x10000);
                    default -> "AQgw-_+/=8".charAt(random.nextInt(10));
                };
                text.setCharAt(random.nextInt(3) == 0 ? text.length() - 1 : random.nextInt(text.length()), (char) character);
            }

            byte[] decoded = alphabet.decode("=" + text + "=", 1, 1 + text.length());

            byte[] expected = canonical(text.toString(), encoder, decoder);
            assertThat(decoded).as("%s", text).isEqualTo(expected);
            if (text.chars().allMatch(character -> character <= 0xff)) {
                assertThat(alphabet.decodeCanonical("=" + text + "=", 1, 1 + text.length())).as("%s", text)
                        .isEqualTo(expected);
            }
            assertThat(alphabet.isCanonical("=" + text + "=", 1, 1 + text.length())).isEqualTo(expected != null);
            canonical += expected != null ? 1 : 0;
        }
        assertThat(canonical).isBetween(50_000, 150_000);
    }

    @Test
    void readsBackWhatItWrote() {
        Random random = new Random(64);
        for (int length = 0; length < 200; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);

            String text = CanonicalBase64.URL.encode(bytes);

            assertThat(text).isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                    .hasSize(CanonicalBase64.encodedLength(length));
            assertThat(CanonicalBase64.URL.decode(text)).isEqualTo(bytes);
        }
    }

    @Test
    void exactlyOneTextDecodesToTheSameBytes() {
        for (String text : new String[] { "AA", "AAA", "AAAA", "_w", "__8" }) {
            byte[] bytes = CanonicalBase64.URL.decode(text);
            assertThat(bytes).isNotNull();
            for (char last : ALPHABET.toCharArray()) {
                String other = text.substring(0, text.length() - 1) + last;
                if (!other.equals(text)) {
                    assertThat(CanonicalBase64.URL.decode(other)).as(other).isNotEqualTo(bytes);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "A", "AAAAA", "AA==", "AAA=", "=", "AA\n", " AA", "A A", "AA+A", "AA/A", "AAé", "AA\u0141",
            "AB",
            "AAB", "A%41", "\ud83d\ude00AA" })
    void refusesWhatIsNotCanonical(String text) {
        assertThat(CanonicalBase64.URL.isCanonical(text, 0, text.length())).isFalse();
        assertThat(CanonicalBase64.URL.decode(text)).isNull();
    }

    @Test
    void readsWhatEachSystemWrites() {
        byte[] bytes = { (byte) 0xfb, (byte) 0xff };

        assertThat(CanonicalBase64.STANDARD.decodePadded("+/8=")).isEqualTo(bytes);
        assertThat(CanonicalBase64.STANDARD.decode("+/8")).isEqualTo(bytes);
        assertThat(CanonicalBase64.URL.decodePadded("-_8=")).isEqualTo(bytes);
        assertThat(CanonicalBase64.URL.decodePadded("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "-_8", "-_9=", "-_8==", "+/8=", "-_8=\n", "-_8=-_8=", "-", "=", " -_8=", "-_8é" })
    void refusesWhatIsNotPaddedAsItShouldBe(String text) {
        assertThat(CanonicalBase64.URL.decodePadded(text)).isNull();
        assertThat(CanonicalBase64.URL.isCanonicalPadded(text, 0, text.length())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "+/8=", "+/9", "-_8", "+/8\r\n" })
    void refusesPaddingWhereThereIsNone(String text) {
        assertThat(CanonicalBase64.STANDARD.decode(text)).isNull();
    }

    private static byte[] canonical(String text, Base64.Encoder encoder, Base64.Decoder decoder) {
        try {
            byte[] bytes = decoder.decode(text);
            return encoder.encodeToString(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
