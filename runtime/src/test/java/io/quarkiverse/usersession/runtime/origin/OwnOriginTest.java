package io.quarkiverse.usersession.runtime.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vertx.core.net.HostAndPort;

class OwnOriginTest {

    @ParameterizedTest
    @CsvSource({
            "https://shop.test, shop.test",
            "https://shop.test, shop.test:443",
            "https://shop.test:443, shop.test",
            "http://shop.test, shop.test",
            "http://shop.test, shop.test:80",
            "http://shop.test, SHOP.test",
            "https://shop.test:8443, shop.test:8443",
            "http://shop.test:8443, shop.test:8443", // another scheme, which a proxy may not tell
            "http://127.0.0.1:8080, 127.0.0.1:8080",
            "http://[::1]:8080, [::1]:8080",
            "https://[::1], [::1]",
            "https://shop.test., shop.test."
    })
    void S42_isTheHostAndPortOfTheRequest(String origin, String authority) {
        assertThat(isOwn(origin, authority)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
            "null, shop.test",
            "https://pay.shop.test, shop.test",
            "https://shop.test, pay.shop.test",
            "https://shop.test.evil.test, shop.test",
            "https://shop.tests, shop.test",
            "https://evil.test, shop.test",
            "https://evilshop.test, shop.test",
            "https://shop.test@evil.test, shop.test",
            "https://shop.test:443@evil.test, shop.test",
            "https://shop.test/, shop.test",
            "https://shop.test/path, shop.test",
            "https://shop.test:, shop.test",
            "https://shop.test:8443, shop.test",
            "https://shop.test, shop.test:8443",
            "https://shop.test:8443, shop.test:8444",
            "https://shop.test:4294967739, shop.test:443",
            "https://shop.test:44３, shop.test:443",
            "https://shop.test:-1, shop.test",
            "https://shop.test:80, shop.test",
            "http://shop.test:443, shop.test",
            "http://shop.test, shop.test:443",
            "https://shop.test., shop.test",
            "//shop.test, shop.test",
            "shop.test, shop.test",
            "://shop.test, shop.test",
            "HTTPS://shop.test, shop.test",
            "httpsx://shop.test, shop.test",
            "ftp://shop.test, shop.test",
            "chrome-extension://shop.test, shop.test",
            "https:shop.test, shop.test",
            "https://, shop.test",
            "https://shop.test https://evil.test, shop.test",
            "'https://evil.test, https://shop.test', shop.test",
            "http://[::1]:8080, [::2]:8080",
            "http://[::1], [::1]:8080"
    })
    void S42_isNothingElse(String origin, String authority) {
        assertThat(isOwn(origin, authority)).isFalse();
    }

    @Test
    void S42_isNoneIfTheRequestTellsNoHost() {
        assertThat(OwnOrigin.is("https://", "", -1)).isFalse();
        assertThat(OwnOrigin.is("https://shop.test", null, -1)).isFalse();
    }

    private static boolean isOwn(String origin, String authority) {
        HostAndPort parsed = HostAndPort.parseAuthority(authority, -1);
        return OwnOrigin.is(origin, parsed.host(), parsed.port());
    }
}
