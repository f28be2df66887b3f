package io.quarkiverse.usersession.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedLocationTest {

    @Test
    void keepsPathAndQueryAsTheyAre() {
        assertThat(WantedLocation.of("/a/b%20c", "q=1&r=%C3%A4")).contains(URI.create("/a/b%20c?q=1&r=%C3%A4"));
        assertThat(WantedLocation.of("/", null)).contains(URI.create("/"));
        assertThat(WantedLocation.of("/a", "next=//evil.example/")).contains(URI.create("/a?next=//evil.example/"));
    }

    @Test
    void encodesWhatBrowsersSendAndNoUriMayHave() {
        assertThat(WantedLocation.of("/s", "q=a|b{c}[d]^`\"<>\\ä")).contains(
                URI.create("/s?q=a%7Cb%7Bc%7D%5Bd%5D%5E%60%22%3C%3E%5C%C3%A4"));
    }

    /** A browser reads two slashes as the beginning of a host name, takes a backslash for a slash, and leaves tabs out. */
    @ParameterizedTest
    @ValueSource(strings = { "//evil.example/", "///evil.example/", "/\\evil.example", "\\\\evil.example", "/\t/evil.example",
            "/\r\n/evil.example", "https://evil.example/", "javascript:alert(1)", "evil.example", "", "*" })
    void neverLeadsToAnotherHost(String path) {
        WantedLocation.of(path, null).ifPresent(location -> {
            assertThat(location.toString()).startsWith("/").matches("/([^/\\\\\\s].*)?");
            assertThat(URI.create("https://shop.example/login").resolve(location).getHost()).isEqualTo("shop.example");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "//evil.example/", "https://evil.example/", "javascript:alert(1)", "evil.example", "", "*" })
    void isNotKeptIfItIsNoPathOfThisHost(String path) {
        assertThat(WantedLocation.of(path, null)).isEmpty();
    }

    @Test
    void isNotKeptIfItIsNoUri() {
        assertThat(WantedLocation.of("/100%", null)).isEmpty();
        assertThat(WantedLocation.of("/a", "q=%zz")).isEmpty();
    }

    @Test
    void isNotKeptIfItIsLongerThan512Characters() {
        assertThat(WantedLocation.of("/" + "x".repeat(511), null)).isPresent();
        assertThat(WantedLocation.of("/" + "x".repeat(512), null)).isEmpty();
        assertThat(WantedLocation.of("/", "ä".repeat(100))).isEmpty();
    }
}
