package io.quarkiverse.usersession.test.origin;

import static io.quarkiverse.usersession.test.origin.ForeignPage.COOKIE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.test.client.RawConnection;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkiverse.usersession.testsupport.SelfSigned;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;

/** The guard as it is without settings, in all kinds of endpoints. */
class CrossOriginTest {

    private static final SelfSigned CERTIFICATE = SelfSigned.in(Path.of("target"));
    private static final String EVIL = "https://evil.test";
    private static final String[] HANDSHAKE = { "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==" };

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.loggingEverything(new QuarkusUnitTest())
            .overrideRuntimeConfigKey("quarkus.user-session.secret", TestApplication.SECRET)
            .overrideRuntimeConfigKey("quarkus.user-session.widget.cookie.same-site", "none")
            .overrideConfigKey("quarkus.http.ssl.certificate.key-store-file", CERTIFICATE.keyStore().toString())
            .overrideConfigKey("quarkus.http.ssl.certificate.key-store-password", SelfSigned.PASSWORD)
            .withApplicationRoot(jar -> jar
                    .addPackage(OriginEndpoints.class.getPackage())
                    .addPackage(TestApplication.class.getPackage()));

    @TestHTTPResource(value = "/", tls = true)
    URI https;

    private int runsBefore;

    @BeforeEach
    void count() {
        runsBefore = OriginEndpoints.RUNS.get();
    }

    @ParameterizedTest
    @CsvSource({ "rest, HTTP_1_1", "rest, HTTP_2", "uni, HTTP_1_1", "uni, HTTP_2", "stage, HTTP_1_1", "stage, HTTP_2",
            "multi, HTTP_1_1", "route, HTTP_1_1",
            "route, HTTP_2", "blocking-route, HTTP_1_1", "uni-route, HTTP_1_1", "router, HTTP_1_1", "router, HTTP_2",
            "servlet, HTTP_1_1", "servlet, HTTP_2", "by-hand, HTTP_1_1", "rerouted, HTTP_1_1", "no-such-page, HTTP_1_1" })
    void S42_aRequestOfAnotherOriginWithASessionCookieReachesNoEndpoint(String kind, Version version) {
        HttpResponse<String> response = crossSite(version).post(kind + "/change", "Cookie", COOKIE);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.version()).isEqualTo(version);
        assertThat(response.headers().map()).doesNotContainKey("set-cookie");
        assertThat(runs()).isZero();
    }

    @ParameterizedTest
    @CsvSource({ "rest, HTTP_1_1", "rest, HTTP_2", "uni, HTTP_1_1", "uni, HTTP_2", "stage, HTTP_1_1", "stage, HTTP_2",
            "multi, HTTP_1_1", "route, HTTP_1_1",
            "route, HTTP_2", "blocking-route, HTTP_1_1", "uni-route, HTTP_1_1", "router, HTTP_1_1", "router, HTTP_2",
            "servlet, HTTP_1_1", "servlet, HTTP_2", "by-hand, HTTP_1_1", "rerouted, HTTP_1_1" })
    void S42_aRequestOfAnotherOriginWithoutASessionCookieBeginsNoSession(String kind, Version version) {
        HttpResponse<String> response = crossSite(version).post(kind + "/change");

        assertThat(runs()).isEqualTo(1);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().map()).doesNotContainKey("set-cookie");
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "rest", "uni", "multi", "route", "blocking-route", "uni-route", "router", "servlet", "by-hand",
            "rerouted" })
    void aRequestOfTheSameOriginChangesTheSession(String kind) {
        for (String[] headers : new String[][] { {}, { "Sec-Fetch-Site", "same-origin", "Origin", own() },
                { "Sec-Fetch-Site", "none" }, { "Origin", own() }, { "Origin", own().replace("https", "http") },
                { "Sec-Fetch-Site", "same-origin", "Origin", "null" } }) {
            for (String[] cookie : new String[][] { {}, { "Cookie", COOKIE } }) {
                HttpResponse<String> response = page(Version.HTTP_2).sending(headers).post(kind + "/change", cookie);

                assertThat(response.statusCode()).as("%s %s", List.of(headers), List.of(cookie)).isEqualTo(200);
                assertThat(response.headers().firstValue("set-cookie")).as("%s", List.of(headers)).isPresent();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "same-site, -", "cross-site, -", "cross-site, null", "-, null",
            "-, https://evil.test",
            "-, https://localhost:1", "-, https://localhost", "same-site, https://www.localhost" })
    void S42_anyOtherOriginIsRefused(String fetchSite, String origin) {
        for (Version version : Version.values()) {
            ForeignPage page = page(version).sending(headers("Sec-Fetch-Site", fetchSite, "Origin", origin));

            assertThat(page.post("rest/change", "Cookie", COOKIE).statusCode()).isEqualTo(403);
            assertThat(runs()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "PUT", "DELETE" })
    void S42_everyUnsafeMethodIsJudged(String method) {
        assertThat(crossSite(Version.HTTP_2).send(method, "rest/change", "Cookie", COOKIE).statusCode()).isEqualTo(403);
        assertThat(runs()).isZero();
        assertThat(crossSite(Version.HTTP_2).send(method, "rest/change").statusCode()).isEqualTo(403);
    }

    /** A filter of the application, with a higher priority than that of the extension. */
    @ParameterizedTest
    @EnumSource(Version.class)
    void S42_aRequestWhoseSessionAFilterHasReadReachesNoEndpointEither(Version version) {
        assertThat(crossSite(version).post("rest/untouched", "X-Early", "1", "Cookie", COOKIE).statusCode()).isEqualTo(403);
        assertThat(runs()).isZero();
        assertThat(crossSite(version).post("rest/untouched", "X-Early", "1").statusCode()).isEqualTo(200);
        assertThat(crossSite(version).post("rest/change", "X-Early", "1").statusCode()).isEqualTo(403);
        assertThat(crossSite(version).post("rerouted/change", "X-Early", "1").statusCode()).isEqualTo(403);
    }

    /** Vert.x knows them as methods of their own; {@code get} is not {@code GET}. */
    @ParameterizedTest
    @ValueSource(strings = { "post", "get", "Head", "QUERY", "PROPFIND", "PURGE", "TRACE" })
    void S42_aMethodThatFewKnowIsUnsafe(String method) throws IOException {
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            assertThat(connection.ask(method, "/rest/change", "Host: shop.test", "Origin: " + EVIL, "Cookie: " + COOKIE,
                    "Content-Length: 0").status()).isEqualTo(403);
        }
        assertThat(runs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Origin: https://evil.test|Origin: https://shop.test",
            "Origin: https://shop.test|Origin: https://evil.test", "Origin: https://shop.test|Origin: https://shop.test",
            "Origin: https://shop.test|X-Other: 1|origin: null", "Origin: https://shop.test|Origin: ",
            "Sec-Fetch-Site: same-origin|Origin: https://shop.test|Origin: https://evil.test",
            "Sec-Fetch-Site: same-origin|Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: none|Sec-Fetch-Site: none",
            "Sec-Fetch-Site: same-origin|SEC-FETCH-SITE: same-origin|Origin: https://shop.test",
            "Origin: https://shop.test, https://evil.test", "Origin: https://shop.test https://evil.test",
            "Sec-Fetch-Site: cross-site|Sec-Fetch-Site: same-origin",
            "Sec-Fetch-Site: same-origin, cross-site", "Sec-Fetch-Site: ", "Origin: ", "Origin: https://shop.test@evil.test",
            "Origin: https://shop.test.", "Origin: https://[::1]", "Origin: https://shop.test#", "Origin: file://",
            "Origin: blob:https://shop.test", "X-HTTP-Method-Override: GET|Origin: https://evil.test",
            "Expect: 100-continue|Origin: https://evil.test" })
    void S42_headersThatAreNoneOfABrowserOfTheSameOriginAreNotBelieved(String headers) throws IOException {
        List<String> all = new ArrayList<>(List.of("Host: shop.test", "Cookie: " + COOKIE, "Content-Length: 0"));
        all.addAll(List.of(headers.split("\\|")));
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            assertThat(connection.ask("POST", "/rest/change", all.toArray(new String[0])).status()).isEqualTo(403);
            assertThat(connection.ask("GET", "/rest/change", "Host: shop.test").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void S42_aRequestThatNamesItsOriginMoreThanOnceIsNotBelieved(Version version) {
        for (String[] headers : new String[][] { { "Origin", own(), "Origin", EVIL }, { "Origin", own(), "Origin", own() },
                { "Sec-Fetch-Site", "same-origin", "Origin", own(), "Origin", own() },
                { "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Site", "same-origin", "Origin", own() } }) {
            int before = runs();
            ForeignPage page = page(version).sending(headers);

            assertThat(page.post("rest/change", "Cookie", COOKIE).statusCode()).as("%s", List.of(headers)).isEqualTo(403);
            assertThat(runs()).isEqualTo(before);
            assertThat(page.post("rest/destroy").statusCode()).as("%s", List.of(headers)).isEqualTo(403);
            assertThat(page.send("GET", "rest/change", "Cookie", COOKIE).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://shop.test/rest/change", "http://evil.test/rest/change", "//evil.test/rest/change" })
    void S42_theHostInTheTargetIsNotOurOwn(String target) throws IOException {
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            assertThat(connection.ask("POST", target, "Host: shop.test", "Origin: " + EVIL, "Cookie: " + COOKIE,
                    "Content-Length: 0").status()).isEqualTo(403);
        }
        assertThat(runs()).isZero();
    }

    /** The first warning of a refusal is what an operator needs, and a handshake of a sibling may come before it. */
    @Test
    void aHandshakeThatWasReportedHidesNoRefusal() throws IOException {
        String origin = "https://both.test";
        try (CapturedLog log = new CapturedLog()) {
            for (int i = 0; i < 2; i++) {
                handshake("/chat", "Origin: " + origin, "Cookie: " + COOKIE);
                page(Version.HTTP_2).sending("Origin", origin).post("rest/change", "Cookie", COOKIE);
            }

            assertThat(log.messages("WARN")).hasSize(2).anyMatch(message -> message.contains("was let through"))
                    .anyMatch(message -> message.contains("was refused with 403"));
        }
    }

    @Test
    void safeRequestsOfAllOriginsAreLeftAlone() {
        assertThat(crossSite(Version.HTTP_1_1).send("GET", "rest/change", "Cookie", COOKIE).statusCode()).isEqualTo(200);
        assertThat(crossSite(Version.HTTP_2).send("HEAD", "rest/change", "Cookie", COOKIE).statusCode()).isEqualTo(200);
        assertThat(crossSite(Version.HTTP_2).send("OPTIONS", "rest/change", "Cookie", COOKIE).statusCode()).isEqualTo(200);
    }

    @Test
    void whoHasNoSessionAndNeedsNoneNoticesNothing() {
        assertThat(crossSite(Version.HTTP_1_1).post("rest/untouched").body()).isEqualTo("untouched");
        assertThat(crossSite(Version.HTTP_1_1).post("rest/untouched", "Cookie", "other=1").body()).isEqualTo("untouched");
        assertThat(crossSite(Version.HTTP_1_1).post("rest/untouched", "Authorization", "Bearer x").body())
                .isEqualTo("untouched");
    }

    @Test
    void S42_theCookieOfANamedSessionCountsToo() {
        assertThat(crossSite(Version.HTTP_2).post("rest/change", "Cookie", "__widget=x").statusCode()).isEqualTo(403);
        assertThat(runs()).isZero();
        assertThat(crossSite(Version.HTTP_2).post("rest/widget").statusCode()).isEqualTo(403);
    }

    @Test
    void S42_anotherSiteEndsNoSession() {
        HttpResponse<String> response = crossSite(Version.HTTP_2).post("rest/destroy");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void whatIsCommittedWithoutTheRequestIsNotGuarded() {
        HttpResponse<String> response = crossSite(Version.HTTP_2).post("by-hand/without-context");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("set-cookie")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = { "X-Forwarded-Host: evil.test", "X-Forwarded-Port: 443", "Forwarded: host=evil.test" })
    void S42_forwardedHeadersThatQuarkusDoesNotTrustAreNotBelieved(String header) throws IOException {
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            RawConnection.Answer answer = connection.ask("POST", "/rest/change", "Host: shop.test", "Origin: https://evil.test",
                    header, "Cookie: " + COOKIE, "Content-Length: 0");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(runs()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({ "shop.test, https://shop.test, 200", "shop.test, http://shop.test, 200", "shop.test:80, http://shop.test, 200",
            "shop.test:443, https://shop.test, 200", "SHOP.test, https://shop.test, 200",
            "shop.test:8443, https://shop.test:8443, 200", "[::1]:8080, http://[::1]:8080, 200",
            "127.0.0.1:8080, http://127.0.0.1:8080, 200", "shop.test, https://shop.test:8443, 403",
            "shop.test:8443, https://shop.test, 403", "backend:8080, https://shop.test, 403",
            "shop.test, https://shop.test.evil.test, 403", "[::1]:8080, http://[::2]:8080, 403" })
    void S42_theHostOfTheRequestTellsWhatIsOurs(String host, String origin, int status) throws IOException {
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            assertThat(connection.ask("POST", "/rest/change", "Host: " + host, "Origin: " + origin, "Cookie: " + COOKIE,
                    "Content-Length: 0").status()).isEqualTo(status);
        }
    }

    @Test
    void aProxyThatReplacesTheHostIsNamedInTheWarning() throws IOException {
        try (CapturedLog log = new CapturedLog(); RawConnection connection = new RawConnection(RestAssured.port)) {
            connection.ask("POST", "/rest/change", "Host: backend:8080", "Origin: https://replaced.test", "Cookie: " + COOKIE,
                    "Content-Length: 0");

            assertThat(log.messages("WARN")).singleElement().asString()
                    .startsWith("POST /rest/change from another origin, 'https://replaced.test', was refused with 403")
                    .contains("a proxy has replaced the Host header with 'backend:8080'")
                    .doesNotContain("not-even-a-good-one");
        }
    }

    @Test
    void theExceptionOfAChangeNamesTheSettingAndIsNotLoggedAsAnError() {
        try (CapturedLog log = new CapturedLog()) {
            page(Version.HTTP_2).sending("Sec-Fetch-Site", "cross-site", "Origin", "https://idp.test").post("rest/callback");

            assertThat(log.messages("WARN")).containsExactly("POST /rest/callback from another origin, 'https://idp.test', was"
                    + " refused with 403 because it would change session 'default'. To allow its requests, add it to"
                    + " quarkus.user-session.trusted-origins. This warning is logged only once for each origin");
            assertThat(log.messages("ERROR")).isEmpty();
        }
    }

    /** Websockets Next, and Vert.x alone. Chromium sends no Fetch Metadata with them. */
    @ParameterizedTest
    @ValueSource(strings = { "/chat", "/upgrade" })
    void S42_aHandshakeIsRefusedWhereCookiesComeFromEverywhere(String path) throws IOException {
        assertThat(handshake(path, "Origin: " + EVIL, "Cookie: __widget=x")).isEqualTo(403);
        assertThat(handshake(path, "Origin: " + EVIL, "Sec-Fetch-Site: cross-site", "Cookie: __widget=x")).isEqualTo(403);
        assertThat(runs()).isZero();
        assertThat(handshake(path, "Origin: https://shop.test", "Cookie: __widget=x")).isEqualTo(101);
        assertThat(handshake(path, "Cookie: __widget=x")).isEqualTo(101);
        assertThat(handshake(path, "Origin: " + EVIL)).isEqualTo(101);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/chat", "/upgrade" })
    void aHandshakeWithAnotherSessionsCookieIsReported(String path) throws IOException {
        try (CapturedLog log = new CapturedLog()) {
            String origin = "https://" + path.substring(1) + ".test";

            assertThat(handshake(path, "Origin: " + origin, "Cookie: " + COOKIE)).isEqualTo(101);

            assertThat(log.messages("WARN")).singleElement().asString()
                    .startsWith("GET " + path + " from another origin, '" + origin + "', was let through");
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void theConnectionGoesOnAfterALargeFormWasRefused(Version version) throws IOException {
        if (version == Version.HTTP_1_1) {
            try (RawConnection connection = new RawConnection(RestAssured.port)) {
                byte[] body = new byte[200_000];
                assertThat(connection.ask("POST", "/rest/change", "Host: shop.test", "Origin: " + EVIL, "Cookie: " + COOKIE,
                        "Content-Length: " + body.length).status()).isEqualTo(403);
                connection.write(body);

                assertThat(connection.ask("GET", "/rest/change", "Host: shop.test").status()).isEqualTo(200);
            }
        } else {
            ForeignPage page = crossSite(version);
            HttpResponse<String> refused = page.send("POST", "rest/change", BodyPublishers.ofByteArray(new byte[200_000]),
                    "Cookie", COOKIE);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.version()).isEqualTo(version);
            assertThat(runs()).isZero();
            assertThat(page.send("GET", "rest/change").statusCode()).isEqualTo(200);
        }
    }

    private int runs() {
        return OriginEndpoints.RUNS.get() - runsBefore;
    }

    private String own() {
        return "https://localhost:" + https.getPort();
    }

    private ForeignPage page(Version version) {
        return new ForeignPage(CERTIFICATE, version, https);
    }

    private ForeignPage crossSite(Version version) {
        return page(version).sending("Sec-Fetch-Site", "cross-site", "Origin", EVIL);
    }

    private static int handshake(String path, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(HANDSHAKE));
        all.add("Host: shop.test");
        all.addAll(List.of(headers));
        int before = OriginEndpoints.RUNS.get();
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            int status = connection.ask("GET", path, all.toArray(new String[0])).status();
            if (status == 101) {
                awaitARunSince(before); // the endpoint runs after the answer, and the next test must not count that
            }
            return status;
        }
    }

    private static void awaitARunSince(int before) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (OriginEndpoints.RUNS.get() == before) {
            assertThat(System.nanoTime() - end).as("the endpoint of the WebSocket runs").isNegative();
        }
    }

    private static String[] headers(String... namesAndValues) {
        List<String> present = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                present.add(namesAndValues[i]);
                present.add(namesAndValues[i + 1]);
            }
        }
        return present.toArray(new String[0]);
    }
}
