package io.quarkiverse.usersession.runtime.dev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @CsvSource(delimiter = '|', value = {
            "abc              | abc",
            "other=abc        | abc",
            "other=abc; b=2   | abc",
            "Cookie: a=1; b=2 | 1",
            "abcdef==         | abcdef==",
            "abcdefg=; b=2    | abcdefg=",
            "a=b==            | b==" })
    void findsAValueWithoutRegardToItsName(String text, String value) {
        assertThat(PastedCookie.of(text).anyValue()).isEqualTo(value);
    }

    @Test
    void findsNothingInNothing() {
        for (String text : new String[] { null, "", "  ", "Cookie:", "__onboarding=" }) {
            assertThat(PastedCookie.of(text).anyValue()).isEmpty();
            assertThat(PastedCookie.of(text).values("__session")).isEmpty();
        }
    }
}
