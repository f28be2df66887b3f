package io.quarkiverse.usersession.runtime.dev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrowserCookiesTest {

    private final BrowserCookies cookies = new BrowserCookies();

    @Test
    void givesThemOnceForTheirToken() {
        cookies.keep("token", "__session=abc");

        assertThat(cookies.take("another")).isNull();
        assertThat(cookies.take("token")).isEqualTo("__session=abc");
        assertThat(cookies.take("token")).isNull();
    }

    @Test
    void keepsThoseOfTheLastRequestOnly() {
        cookies.keep("first", "__session=abc");
        cookies.keep("second", null);

        assertThat(cookies.take("first")).isNull();
        assertThat(cookies.take("second")).isEmpty();
    }

    @Test
    void keepsNothingWithoutAToken() {
        cookies.keep(null, "__session=abc");
        cookies.keep("t".repeat(65), "__session=abc");

        assertThat(cookies.take(null)).isNull();
        assertThat(cookies.take("t".repeat(65))).isNull();
    }
}
