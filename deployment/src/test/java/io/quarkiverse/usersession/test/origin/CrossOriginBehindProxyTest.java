package io.quarkiverse.usersession.test.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.usersession.test.client.RawConnection;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkiverse.usersession.testsupport.SelfSigned;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;

/** A proxy that Quarkus trusts, and that speaks to the application under another host. */
class CrossOriginBehindProxyTest {

    private static final SelfSigned CERTIFICATE = SelfSigned.in(Path.of("target"));

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.loggingEverything(new QuarkusUnitTest())
            .overrideRuntimeConfigKey("quarkus.user-session.secret", TestApplication.SECRET)
            .overrideConfigKey("quarkus.http.proxy.proxy-address-forwarding", "true")
            .overrideConfigKey("quarkus.http.proxy.allow-forwarded", "true")
            .overrideConfigKey("quarkus.http.proxy.allow-x-forwarded", "true")
            .overrideConfigKey("quarkus.http.proxy.strict-forwarded-control", "false")
            .overrideConfigKey("quarkus.http.proxy.enable-forwarded-host", "true")
            .overrideConfigKey("quarkus.http.proxy.enable-forwarded-prefix", "true")
            .overrideConfigKey("quarkus.http.root-path", "/shop")
            .overrideRuntimeConfigKey("quarkus.user-session.widget.cookie.same-site", "none")
            .overrideConfigKey("quarkus.http.ssl.certificate.key-store-file", CERTIFICATE.keyStore().toString())
            .overrideConfigKey("quarkus.http.ssl.certificate.key-store-password", SelfSigned.PASSWORD)
            .overrideRuntimeConfigKey("quarkus.user-session.cross-origin.allowed-paths", "/shop/rest/callback")
            .withApplicationRoot(jar -> jar
                    .addPackage(OriginEndpoints.class.getPackage())
                    .addPackage(TestApplication.class.getPackage()));

    @TestHTTPResource(value = "/", tls = true)
    URI https;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            // Origin, what the proxy forwards, status
            "https://shop.test, X-Forwarded-Host: shop.test, 200",
            "https://shop.test, X-Forwarded-Host: shop.test|X-Forwarded-Proto: https, 200",
            "https://shop.test, X-Forwarded-Host: shop.test|X-Forwarded-Proto: https|X-Forwarded-Port: 443, 200",
            "https://shop.test, X-Forwarded-Host: shop.test|X-Forwarded-Port: 443, 200",
            "https://shop.test, X-Forwarded-Host: shop.test:443|X-Forwarded-Proto: https, 200",
            "http://shop.test, X-Forwarded-Host: shop.test|X-Forwarded-Proto: http|X-Forwarded-Port: 80, 200",
            "https://shop.test:8443, X-Forwarded-Host: shop.test|X-Forwarded-Proto: https|X-Forwarded-Port: 8443, 200",
            "https://shop.test:8443, X-Forwarded-Host: shop.test:8443|X-Forwarded-Proto: https, 200",
            "https://shop.test:8443, X-Forwarded-Host: shop.test|X-Forwarded-Proto: https, 403",
            "https://shop.test, X-Forwarded-Host: shop.test|X-Forwarded-Proto: https|X-Forwarded-Port: 8443, 403",
            "https://shop.test, X-Forwarded-Host: other.test, 403",
            "https://shop.test, X-Forwarded-Proto: https, 403",
            "https://backend:8080, X-Forwarded-Host: shop.test, 403",
            "https://shop.test, Forwarded: host=shop.test, 200",
            "https://shop.test, Forwarded: proto=https;host=shop.test, 200",
            "https://shop.test:8443, Forwarded: proto=https;host=\"shop.test:8443\", 200",
            "https://[2001:db8::1], Forwarded: proto=https;host=\"[2001:db8::1]\", 200",
            "https://shop.test, Forwarded: proto=https;host=other.test, 403",
            "https://shop.test, Forwarded: proto=https, 403" })
    void S42_theOwnOriginIsWhatATrustedProxyForwards(String origin, String forwarded, int status) throws IOException {
        assertThat(post("Origin: " + origin + "|" + forwarded)).isEqualTo(status);
    }

    /** The same for all that can be behind a proxy, over both versions of HTTP that it may speak. */
    @ParameterizedTest
    @CsvSource({ "rest, HTTP_1_1", "rest, HTTP_2", "route, HTTP_1_1", "route, HTTP_2", "servlet, HTTP_1_1",
            "servlet, HTTP_2" })
    void S42_allKindsOfEndpointsKnowTheOriginByTheProxy(String kind, Version version) {
        for (String[] own : new String[][] { { "X-Forwarded-Host", "shop.test", "X-Forwarded-Proto", "https" },
                { "Forwarded", "proto=https;host=shop.test" } }) {
            int runs = OriginEndpoints.RUNS.get();

            HttpResponse<String> ours = page(version, "https://shop.test").post(kind + "/change", own);
            assertThat(ours.statusCode()).isEqualTo(200);
            assertThat(ours.version()).isEqualTo(version);
            assertThat(OriginEndpoints.RUNS).hasValue(runs + 1);

            for (String other : new String[] { "https://evil.test", "https://localhost:" + https.getPort(), "null" }) {
                HttpResponse<String> foreign = page(version, other).post(kind + "/change", own);
                assertThat(foreign.statusCode()).as(other).isEqualTo(403);
                assertThat(OriginEndpoints.RUNS).as(other).hasValue(runs + 1);
            }
        }
    }

    /** Without forwarded headers, the authority of HTTP/2 is the host. */
    @ParameterizedTest
    @EnumSource(Version.class)
    void S42_withoutForwardedHeadersTheHostOfTheRequestIsOurs(Version version) {
        assertThat(page(version, "https://localhost:" + https.getPort()).post("rest/change").statusCode()).isEqualTo(200);
        for (String other : new String[] { "https://shop.test", "https://localhost", "https://localhost:1",
                "https://127.0.0.1:" + https.getPort() }) {
            assertThat(page(version, other).post("rest/change").statusCode()).as(other).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({ "https://shop.test, 101", "http://shop.test, 101", "https://evil.test, 403", "https://backend:8080, 403",
            "null, 403" })
    void S42_handshakesKnowTheOriginByTheProxyToo(String origin, int status) throws IOException {
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            assertThat(connection.ask("GET", "/shop/chat", "Host: backend:8080", "X-Forwarded-Host: shop.test",
                    "X-Forwarded-Proto: https", "Origin: " + origin, "Cookie: __widget=x", "Connection: Upgrade",
                    "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==").status())
                    .isEqualTo(status);
        }
    }

    private ForeignPage page(Version version, String origin) {
        return new ForeignPage(CERTIFICATE, version, https).sending("Origin", origin, "Cookie", ForeignPage.COOKIE);
    }

    @Test
    void fetchMetadataIsEnoughWhereTheProxyForwardsNothing() throws IOException {
        assertThat(post("Sec-Fetch-Site: same-origin|Origin: https://shop.test")).isEqualTo(200);
        assertThat(post("Sec-Fetch-Site: cross-site|Origin: https://shop.test|X-Forwarded-Host: shop.test")).isEqualTo(403);
    }

    @Test
    void theWarningNamesNoProxyWhereOneIsTrusted() throws IOException {
        try (CapturedLog log = new CapturedLog()) {
            post("Origin: https://once.test|X-Forwarded-Host: shop.test");

            assertThat(log.messages("WARN")).singleElement().asString().contains("'https://once.test'")
                    .contains("add it to quarkus.user-session.trusted-origins").doesNotContain("proxy");
        }
    }

    /** It is written with the root path, and without the prefix that the proxy takes off. */
    @ParameterizedTest
    @CsvSource({ "/shop/rest/callback, /eu, 200", "/shop/rest/callback, '', 200", "/shop/rest/change, /eu, 403" })
    void anAllowedPathIsTheOneThatTheApplicationKnows(String path, String prefix, int status) throws IOException {
        String headers = "Origin: https://lti.test|X-Forwarded-Host: shop.test"
                + (prefix.isEmpty() ? "" : "|X-Forwarded-Prefix: " + prefix);

        assertThat(post(path, headers)).isEqualTo(status);
    }

    private static int post(String headers) throws IOException {
        return post("/shop/rest/change", headers);
    }

    private static int post(String path, String headers) throws IOException {
        List<String> all = new ArrayList<>(List.of("Host: backend:8080", "Cookie: " + ForeignPage.COOKIE, "Content-Length: 0"));
        all.addAll(List.of(headers.split("\\|")));
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            return connection.ask("POST", path, all.toArray(new String[0])).status();
        }
    }
}
