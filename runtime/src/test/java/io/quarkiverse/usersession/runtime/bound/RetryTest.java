package io.quarkiverse.usersession.runtime.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.crypto.KeyRing;

class RetryTest {

    private static final String SIGN_IN = "c2lnbi1pbi1pZC0x";
    private static final long NOW = 1_700_000_000L;

    private final Retry retry = new Retry("__session-proof", KeyRing.of("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a"),
            new SecureRandom()::nextBytes);

    @Test
    void leadsToItselfWithAMark() {
        String next = next(retry.page("a=1&b=2", SIGN_IN, NOW));

        assertThat(next).startsWith("?a=1&b=2&_device-proof=");
        assertThat(retry.hasComeAgain(next.substring(1), SIGN_IN, NOW + 59)).isTrue();
        assertThat(retry.hasComeAgain(next.substring(1), SIGN_IN, NOW + 60)).isFalse();
        assertThat(retry.hasComeAgain(next.substring(1), "another", NOW)).isFalse();
        assertThat(retry.hasComeAgain("a=1&_device-proof=garbage", SIGN_IN, NOW)).isFalse();
        assertThat(retry.hasComeAgain(null, SIGN_IN, NOW)).isFalse();
    }

    @Test
    void aMarkTakesThePlaceOfAnother() {
        String first = next(retry.page(null, SIGN_IN, NOW));
        String second = next(retry.page(first.substring(1), SIGN_IN, NOW));

        assertThat(first).startsWith("?_device-proof=").hasSameSizeAs(second);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"><script>alert(1)</script>", "'><x", "a=\u0000\n", "&lt;" })
    void nothingOfTheQueryIsHtml(String query) {
        String page = retry.page(query, SIGN_IN, NOW);

        assertThat(page).doesNotContain("<script", "<x", "\n", "\u0000");
        assertThat(page.chars().filter(character -> character == '"').count()).isEqualTo(2);
    }

    /** The length of the response counts bytes. */
    @Test
    void bytesThatNoQueryMayHaveAreEncoded() {
        String page = retry.page("q=\u00fc\u007f\n\u0000", SIGN_IN, NOW);

        assertThat(next(page)).startsWith("?q=%FC%7F%0A%00&_device-proof=");
        assertThat(page).isASCII();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {
            "null, ''", "'', ''", "a=1, a=1", "_device-proof=x, ''", "a=1&_device-proof=x, a=1", "_device-proof=x&a=1, a=1",
            "a=1&_device-proof=x&b=2, a=1&b=2", "_device-proof=x&_device-proof=y, ''", "a_device-proof=x, a_device-proof=x",
            "a=1&_device-proof=, a=1", "a=_device-proof=x, a=_device-proof=x", "_device-proof, _device-proof" })
    void theQueryIsAsItWas(String query, String before) {
        assertThat(Retry.withoutMark(query)).isEqualTo(before);
        assertThat(Retry.isMarked(query)).isEqualTo(query != null && !before.equals(query));
    }

    private static String next(String page) {
        return page.replaceFirst("(?s).*content=\"0;url=([^\"]*)\".*", "$1").replace("&amp;", "&");
    }
}
