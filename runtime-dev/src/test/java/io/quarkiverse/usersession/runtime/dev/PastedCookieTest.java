package io.quarkiverse.usersession.runtime.dev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedCookieTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "__session=abc",
            "  __session=abc ",
            "__session=\"abc\"",
            "Cookie: __session=abc",
            "cookie:__session=abc",
            "COOKIE: a=1; __session=abc; b=2",
            "Set-Cookie: __session=abc; Max-Age=60; Path=/; HttpOnly",
            "__session=abc; Max-Age=60; Path=/; HttpOnly" })
    void findsTheValueByItsName(String text) {
        assertThat(PastedCookie.of(text).values("__session")).containsExactly("abc");
        assertThat(PastedCookie.of(text).values("session")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "abc", " abc ", "abc=", "abcdef==", "abcdefg=" })
    void findsAValueThatWasPastedAlone(String text) {
        assertThat(PastedCookie.of(text).bareValue()).isEqualTo(text.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = { "JSESSIONID=abc", "JSESSIONID=abc; b=2", "Cookie: JSESSIONID=abc",
            "Set-Cookie: JSESSIONID=abc; Path=/",
            "Cookie: abc", "abc; b=2", "a=b==" })
    void takesNoValueOfAnotherNameForThatOfASession(String text) {
        assertThat(PastedCookie.of(text).bareValue()).isEmpty();
        assertThat(PastedCookie.of(text).isEmpty()).isFalse();
    }

    @Test
    void findsNothingInNothing() {
        for (String text : new String[] { null, "", "  ", "Cookie:", "__onboarding=" }) {
            assertThat(PastedCookie.of(text).bareValue()).isEmpty();
            assertThat(PastedCookie.of(text).values("__session")).isEmpty();
        }
    }
}
