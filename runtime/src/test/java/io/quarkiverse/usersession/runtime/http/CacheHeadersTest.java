package io.quarkiverse.usersession.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.MultiMap;

class CacheHeadersTest {

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    @Test
    void S13_variesByCookie() {
        CacheHeaders.varyByCookie(headers);

        assertThat(headers.getAll("Vary")).containsExactly("Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Accept", "Accept-Encoding, Origin", "X-Cookie", "Cookie2", "Set-Cookie", "", "Accept Cookie" })
    void S13_keepsWhatTheResponseVariesByBesides(String vary) {
        headers.add("vary", vary);

        CacheHeaders.varyByCookie(headers);

        assertThat(headers.getAll("Vary")).containsExactly(vary, "Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Cookie", "cookie", "COOKIE", "Origin, cookie", "Cookie,Origin", "Origin ,\tCookie\t, Accept", "*",
            "Origin, *", " * " })
    void S13_doesNotRepeatWhatIsThere(String vary) {
        headers.add("Vary", "Accept").add("vary", vary);

        CacheHeaders.varyByCookie(headers);

        assertThat(headers.getAll("Vary")).containsExactly("Accept", vary);
    }

    @Test
    void S13_forbidsStoring() {
        CacheHeaders.forbidStoring(headers);

        assertThat(headers.getAll("Cache-Control")).containsExactly("no-store, private");
    }

    @ParameterizedTest
    @ValueSource(strings = { "no-store", "NO-STORE", "no-cache, no-store, must-revalidate", "private,no-store",
            "max-age=0 , No-Store ",
            "no-store, ext=\"a, b\"", "ext=\"a\\\", b\", no-store" })
    void S13_keepsAHeaderThatForbidsStoring(String cacheControl) {
        headers.add("cache-control", cacheControl);

        CacheHeaders.forbidStoring(headers);

        assertThat(headers.getAll("Cache-Control")).containsExactly(cacheControl);
    }

    @ParameterizedTest
    @ValueSource(strings = { "public", "private", "no-cache", "public, max-age=3600", "private, max-age=0, must-revalidate", "",
            "no-store-at-all", "x-no-store", "\"no-store\"", "ext=\"no-store\"", "no-cache=\"set-cookie, no-store\"",
            "private=\"x, no-store, y\"", "public, ext=\"a,no-store,b\"", "ext=\"a\\\",no-store\"",
            "no-store=1",
            "s-maxage=10" })
    void S13_replacesAHeaderThatAllowsStoring(String cacheControl) {
        headers.add("cache-control", cacheControl);

        CacheHeaders.forbidStoring(headers);

        assertThat(headers.getAll("Cache-Control")).containsExactly("no-store, private");
    }

    @Test
    void S13_replacesAllHeadersThatAllowStoring() {
        headers.add("Cache-Control", "public").add("Cache-Control", "max-age=3600");

        CacheHeaders.forbidStoring(headers);

        assertThat(headers.getAll("Cache-Control")).containsExactly("no-store, private");
    }

    @Test
    void S13_oneHeaderThatForbidsStoringIsEnough() {
        headers.add("Cache-Control", "max-age=0").add("Cache-Control", "no-store");

        CacheHeaders.forbidStoring(headers);

        assertThat(headers.getAll("Cache-Control")).containsExactly("max-age=0", "no-store");
    }
}
