package io.quarkiverse.usersession.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Test
    void readsBackWhatItWrote() {
        Random random = new Random(64);
        for (int length = 1; length < 200; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);

            String text = Base64Url.encode(bytes);

            assertThat(text).isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                    .hasSize(Base64Url.encodedLength(length));
            assertThat(Base64Url.decode(text)).isEqualTo(bytes);
        }
    }

    @Test
    void exactlyOneTextDecodesToTheSameBytes() {
        for (String text : new String[] { "AA", "AAA", "AAAA", "_w", "__8" }) {
            byte[] bytes = Base64Url.decode(text);
            assertThat(bytes).isNotNull();
            for (char last : ALPHABET.toCharArray()) {
                String other = text.substring(0, text.length() - 1) + last;
                if (!other.equals(text)) {
                    assertThat(Base64Url.decode(other)).as(other).isNotEqualTo(bytes);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "A", "AAAAA", "AA==", "AAA=", "=", "AA\n", " AA", "A A", "AA+A", "AA/A", "AAé", "AA\u0141",
            "AB",
            "AAB", "A%41", "\ud83d\ude00AA" })
    void refusesWhatIsNotCanonical(String text) {
        assertThat(Base64Url.decode(text)).isNull();
    }
}
