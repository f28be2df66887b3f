package io.quarkiverse.usersession.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.testsupport.Stub;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

class NavigationTest {

    private static final String HTML = "Accept: text/html,*/*;q=0.8";
    private static final String DOCUMENT = "Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: document";

    @ParameterizedTest
    @ValueSource(strings = { HTML, DOCUMENT, DOCUMENT + "|Accept: */*", DOCUMENT + "|Sec-Fetch-Site: cross-site|" + HTML,
            DOCUMENT + "|X-Requested-With: org.acme.app|" + HTML }) // which is how Android's WebView tells its application
    void aPageIsOne(String headers) {
        assertThat(of("GET", headers)).isEqualTo(Navigation.PAGE);
        assertThat(of("POST", headers)).isEqualTo(Navigation.PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "iframe", "frame" })
    void aFrameIsOne(String destination) {
        String headers = "Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: " + destination + "|" + HTML;

        assertThat(of("GET", headers)).isEqualTo(Navigation.FRAME);
        assertThat(of("POST", headers)).isEqualTo(Navigation.FRAME);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Accept: */*", "Accept: text/html;q=0", "Accept: application/json", "X-Other: none",
            HTML + "|X-Requested-With: XMLHttpRequest",
            "Sec-Fetch-Mode: cors|Sec-Fetch-Dest: empty|" + HTML, "Sec-Fetch-Mode: no-cors|Sec-Fetch-Dest: image|" + HTML,
            "Sec-Fetch-Mode: same-origin|Sec-Fetch-Dest: empty|" + HTML,
            "Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: empty|" + HTML,
            "Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: object|" + HTML, "Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: image|" + HTML,
            "Sec-Fetch-Mode: websocket|Sec-Fetch-Dest: websocket|" + HTML,
            "Sec-Fetch-Mode: cors|Sec-Fetch-Dest: document|" + HTML,
            "Sec-Fetch-Mode: navigate|" + HTML, "Sec-Fetch-Dest: document|" + HTML,
            DOCUMENT + "|Sec-Purpose: prefetch|" + HTML, DOCUMENT + "|Sec-Purpose: prefetch;prerender|" + HTML,
            DOCUMENT + "|Purpose: prefetch|" + HTML, HTML + "|Purpose: prefetch", HTML + "|X-Moz: prefetch" })
    void aBackgroundRequestIsNone(String headers) {
        assertThat(of("GET", headers)).isEqualTo(Navigation.NONE);
        assertThat(of("POST", headers)).isEqualTo(Navigation.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS" })
    void otherMethodsAreNone(String method) {
        assertThat(of(method, DOCUMENT + "|" + HTML)).isEqualTo(Navigation.NONE);
        assertThat(of(method, HTML)).isEqualTo(Navigation.NONE);
    }

    @ParameterizedTest
    @CsvSource({ "application/x-www-form-urlencoded, PAGE", "multipart/form-data; boundary=x, PAGE", "Text/Plain, PAGE",
            "application/json, NONE", "application/octet-stream, NONE" })
    void withoutFetchMetadataAPostIsOneIfAFormCanHaveSentIt(String type, Navigation expected) {
        assertThat(of("POST", HTML + "|Content-Type: " + type)).isEqualTo(expected);
    }

    private static Navigation of(String method, String headers) {
        MultiMap map = MultiMap.caseInsensitiveMultiMap();
        for (String header : headers.split("\\|")) {
            map.add(header.substring(0, header.indexOf(": ")), header.substring(header.indexOf(": ") + 2));
        }
        return Navigation.of(Stub.of(HttpServerRequest.class, Map.of("method", HttpMethod.valueOf(method), "headers", map)));
    }
}
