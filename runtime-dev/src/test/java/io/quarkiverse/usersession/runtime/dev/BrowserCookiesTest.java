package io.quarkiverse.usersession.runtime.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class BrowserCookiesTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final BrowserCookies cookies = new BrowserCookies(() -> now);

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
    void givesThemForTenSecondsOnly() {
        cookies.keep("in time", "__session=abc");
        now = now.plusSeconds(9);
        assertThat(cookies.take("in time")).isEqualTo("__session=abc");

        cookies.keep("too late", "__session=abc");
        now = now.plusSeconds(10);
        assertThat(cookies.take("too late")).isNull();
    }

    @Test
    void keepsNothingWithoutAToken() {
        cookies.keep(null, "__session=abc");
        cookies.keep("t".repeat(65), "__session=abc");

        assertThat(cookies.take(null)).isNull();
        assertThat(cookies.take("t".repeat(65))).isNull();
    }
}
