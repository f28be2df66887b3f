package io.quarkiverse.usersession.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Base64AlphabetTest {

    /** One text in four is what the JDK writes, the others have a character of any kind in them. */
    @ParameterizedTest
    @EnumSource
    void decodesExactlyWhatTheJdkEncodes(Base64Alphabet alphabet) {
        boolean url = alphabet == Base64Alphabet.URL;
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
            assertThat(alphabet.isCanonical("=" + text + "=", 1, 1 + text.length())).isEqualTo(expected != null);
            canonical += expected != null ? 1 : 0;
        }
        assertThat(canonical).isBetween(50_000, 150_000);
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
