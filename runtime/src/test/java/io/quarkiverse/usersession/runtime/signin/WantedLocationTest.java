package io.quarkiverse.usersession.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedLocationTest {

    private static final String ORIGIN = "https://shop.example";

    @ParameterizedTest
    @ValueSource(strings = { "/a/b%20c?q=1&r=%C3%A4", "/", "/a?next=//evil.example/", "/a?", "/a?b?c" })
    void keepsPathAndQueryAsTheyAre(String location) {
        assertThat(WantedLocation.of(location)).isEqualTo(location);
    }

    @Test
    void encodesWhatBrowsersSendAndNoUriMayHave() {
        assertThat(WantedLocation.of("/s?q=a|b{c}[d]^`\"<>\\ä")).isEqualTo(
                "/s?q=a%7Cb%7Bc%7D%5Bd%5D%5E%60%22%3C%3E%5C%C3%A4");
    }

    /** A browser reads two slashes as the beginning of a host name, takes a backslash for a slash, and leaves tabs out. */
    @ParameterizedTest
    @ValueSource(strings = { "//evil.example/", "///evil.example/", "/\\evil.example", "\\\\evil.example", "/\t/evil.example",
            "/\r\n/evil.example", "https://evil.example/", "javascript:alert(1)", "evil.example", "", "*", "@evil.example",
            ".evil.example", ":80@evil.example/" })
    void neverLeadsToAnotherHost(String requested) {
        String location = WantedLocation.of(requested);

        if (location != null) {
            assertThat(location).startsWith("/").matches("/([^/\\\\\\s].*)?");
            assertThat(URI.create(ORIGIN + location).getHost()).isEqualTo("shop.example");
            assertThat(URI.create(ORIGIN + "/login").resolve(location).getHost()).isEqualTo("shop.example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "//evil.example/", "https://evil.example/", "javascript:alert(1)", "evil.example", "", "*",
            "@evil.example" })
    void isNotKeptIfItIsNoPathOfThisHost(String requested) {
        assertThat(WantedLocation.of(requested)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/100%", "/a?q=%zz" })
    void isNotKeptIfItIsNoUri(String requested) {
        assertThat(WantedLocation.of(requested)).isNull();
    }

    @Test
    void isNotKeptIfItIsLongerThan512Characters() {
        assertThat(WantedLocation.of("/" + "x".repeat(511))).hasSize(512);
        assertThat(WantedLocation.of("/" + "x".repeat(512))).isNull();
        assertThat(WantedLocation.of("/?" + "ä".repeat(100))).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
            "https://shop.example/cart?of=2026 /cart?of=2026",
            "https://shop.example/ /",
            "https://SHOP.example/cart#bottom /cart" })
    void theRefererOfAFormIsItsPageOfThisOrigin(String referer, String page) {
        assertThat(WantedLocation.ofReferer(referer, ORIGIN)).isEqualTo(page);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "https://evil.example/cart", "http://shop.example/cart", "https://shop.example:444/cart",
            "https://shop.example.evil.example/cart", "https://shop.example@evil.example/", "https://shop.example",
            "https://shop.example//evil.example", "https://shop.exam", "/cart", "about:client", "" })
    void aRefererOfAnotherOriginIsNotKept(String referer) {
        assertThat(WantedLocation.ofReferer(referer, ORIGIN)).isNull();
    }

    @Test
    void noRefererIsKeptWhereTheOriginIsNotKnown() {
        assertThat(WantedLocation.ofReferer("https://shop.example/cart", null)).isNull();
    }
}
