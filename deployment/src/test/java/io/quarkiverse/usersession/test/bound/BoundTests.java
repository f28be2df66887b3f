package io.quarkiverse.usersession.test.bound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.testing.BoundBrowser;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What holds however Quarkus authenticates. */
abstract class BoundTests {

    private static final String PAGES = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String OFFER = "Secure-Session-Registration";
    private static final Pattern NEXT = Pattern.compile("<meta http-equiv=refresh content=\"0;url=([^\"]+)\">");

    @Inject
    TestClock clock;

    BoundBrowser browser;

    @BeforeEach
    void open() {
        clock.reset();
        browser = new BoundBrowser();
    }

    @Test
    void theResponseThatSignsInOffersToBindAndNoOtherDoes() {
        Response signedIn = given().post("/sign-in?user=ada");

        assertThat(signedIn.headers().getValues(OFFER)).singleElement().asString()
                .matches("\\(ES256\\);path=\"/device-bound/register\";challenge=\"[A-Za-z0-9_-]+\"");
        assertThat(browser.get("/open").header(OFFER)).isNull();
        browser.send("POST", "/sign-in?user=ada", given());
        for (String path : List.of("/open", "/for-users", "/visit", "/visit")) {
            assertThat(browser.get(path).header(OFFER)).as(path).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/sign-in-by-hand", "/sign-in-of-another-object" })
    void aSignInByHandIsBoundToo(String path) {
        browser.send("POST", path, given());

        assertThat(browser.isRegistered()).isTrue();
        assertThat(browser.get("/for-users").asString()).isEqualTo("ada");
        assertThat(given().header("Cookie", browser.cookiesWithoutProof()).get("/for-users").statusCode()).isEqualTo(401);
        assertThat(browser.dropProof().get("/for-users").asString()).isEqualTo("ada");
        assertThat(browser.isRegistered()).isTrue();
    }

    /** The cookie of another session object is in the response. */
    @Test
    void theSignInThatTheResponseHasIsOffered() {
        browser.send("POST", "/sign-in-of-another-object?lost=eve", given());

        assertThat(browser.get("/for-users").asString()).isEqualTo("ada");
        assertThat(browser.dropProof().get("/for-users").asString()).isEqualTo("ada");
        assertThat(given().post("/lose-sign-in").header(OFFER)).isNull();
    }

    @Test
    void aCookieThatIsOnlyWrittenAgainIsNotOffered() {
        browser.send("POST", "/sign-in?user=ada", given());
        Response again = given().header("Cookie", browser.cookiesWithoutProof()).post("/write-again");

        assertThat(again.header("Set-Cookie")).startsWith("__session=");
        assertThat(again.header(OFFER)).isNull();
    }

    @Test
    void theFirstProofBinds() {
        browser.send("POST", "/sign-in?user=ada", given());

        Response first = browser.get("/for-users");
        Response second = browser.get("/for-users");

        assertThat(browser.isRegistered()).isTrue();
        assertThat(first.asString()).isEqualTo("ada");
        assertThat(first.headers().getValues("Set-Cookie")).singleElement().asString().startsWith("__session=");
        assertThat(second.headers().getValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/for-users", "/by-path/page", "/route/for-users", "/servlet/for-users" })
    void S11_aStolenCookieOfABoundSignInSignsNobodyIn(String path) {
        bind();
        String stolen = browser.cookiesWithoutProof();

        Response answer = given().header("Cookie", stolen).redirects().follow(false).get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().getValues("Set-Cookie")).isEmpty();
        assertThat(browser.get(path).asString()).isEqualTo("ada");
    }

    @Test
    void S11_aStolenCookiePostsNothing() {
        bind();

        assertThat(given().header("Cookie", browser.cookiesWithoutProof()).body("x").post("/for-users").statusCode())
                .isEqualTo(401);
        assertThat(browser.send("POST", "/for-users", given().body("four")).asString()).isEqualTo("ada posted 4");
    }

    @Test
    void aCopyOfBeforeTheBindingIsNotBound() {
        browser.send("POST", "/sign-in?user=ada", given());
        String copy = browser.cookiesWithoutProof();
        browser.get("/for-users");

        assertThat(given().header("Cookie", copy).get("/for-users").asString()).isEqualTo("ada");
    }

    @Test
    void aProofOfAnotherSignInProvesNothing() {
        bind();
        BoundBrowser other = new BoundBrowser();
        other.send("POST", "/sign-in?user=eve", given());
        String proof = other.cookies().replaceFirst(".*(__session-proof=)", "$1");

        Response answer = given().header("Cookie", browser.cookiesWithoutProof() + "; " + proof).get("/for-users");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().getValues("Set-Cookie")).singleElement().asString()
                .startsWith("__session-proof=; Max-Age=0");
    }

    @Test
    void aProofEndsAfterTenMinutesAndIsRefreshedAnyNumberOfTimes() {
        bind();
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(11));
            assertThat(given().header("Cookie", browser.cookies()).get("/for-users").statusCode()).isEqualTo(401);

            browser.dropProof();
            assertThat(browser.get("/for-users").asString()).isEqualTo("ada");
        }
    }

    @Test
    void theEndpointsAreNotStoredAndDontSendAnybodyElsewhere() {
        bind();
        Response refreshed = browser.dropProof().refresh();
        Response refused = given().header("Accept", "text/html").header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document").redirects().follow(false).post("/device-bound/refresh");

        assertThat(refreshed.statusCode()).isEqualTo(200);
        assertThat(refreshed.asString()).isEmpty();
        assertThat(refreshed.header("Cache-Control")).isEqualTo("no-store");
        assertThat(refreshed.headers().getValues("Set-Cookie")).singleElement().asString()
                .matches("__session-proof=[A-Za-z0-9_-]+; Max-Age=600; Path=/; Secure; HttpOnly; SameSite=Lax");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
        assertThat(given().post("/device-bound/register").statusCode()).isEqualTo(400);
        assertThat(given().get("/device-bound/register").statusCode()).isEqualTo(404);
    }

    @Test
    void aBrowserOfAnotherSiteMayRefreshWithoutCookies() {
        bind();
        String identifier = browser.sessionIdentifier();

        Response challenged = given().header("Sec-Secure-Session-Id", identifier).header("Origin", "https://elsewhere.test")
                .header("Sec-Fetch-Site", "cross-site").post("/device-bound/refresh");

        assertThat(challenged.statusCode()).isEqualTo(403);
        assertThat(challenged.header("Secure-Session-Challenge")).contains(";id=\"" + identifier + "\"");
        assertThat(challenged.headers().getValues("Set-Cookie")).isEmpty();
    }

    /** As browsers send them when a page of another origin, or a sign-in that another site has begun, has caused them. */
    @ParameterizedTest
    @CsvSource({ "https://elsewhere.test, cross-site", "https://sibling.example.org, same-site", "null, cross-site" })
    void nothingAgainstOtherOriginsKeepsBrowsersFromRegisteringAndRefreshing(String origin, String site) {
        Filter fromElsewhere = (request, response, context) -> {
            if (request.getURI().contains("/device-bound/")) {
                request.replaceHeader("Origin", origin).replaceHeader("Sec-Fetch-Site", site);
            }
            return context.next(request, response);
        };
        through(fromElsewhere, () -> {
            bind();
            assertThat(browser.isRegistered()).isTrue();
            browser.dropProof();

            assertThat(browser.get("/for-users").asString()).isEqualTo("ada");
            assertThat(browser.hasProof()).isTrue();
        });
        Response challenged = given().header("Origin", origin).header("Sec-Fetch-Site", site)
                .header("Sec-Secure-Session-Id", browser.sessionIdentifier()).post("/device-bound/refresh");
        assertThat(challenged.statusCode()).isEqualTo(403);
        assertThat(challenged.header("Secure-Session-Challenge")).isNotNull();
        assertThat(challenged.header("Cache-Control")).isEqualTo("no-store");
        assertThat(challenged.header("Access-Control-Allow-Origin")).isNull();
        for (String other : List.of("/for-users", "/sign-in?user=eve", "/device-bound", "/device-bound/other")) {
            assertThat(given().header("Cookie", browser.cookies()).header("Origin", origin).header("Sec-Fetch-Site", site)
                    .post(other).statusCode()).as(other).isEqualTo(403);
        }
        assertThat(given().header("Cookie", browser.cookies()).header("Origin", origin).header("Sec-Fetch-Site", site)
                .put("/device-bound/refresh").header("Secure-Session-Challenge")).isNull();
    }

    /** As after a sign-in that another site has begun: then browsers register without cookies of the same site. */
    @ParameterizedTest
    @ValueSource(strings = { "", "__session=garbage", "eve" })
    void aRegistrationNeitherReadsNorSetsTheSession(String cookies) {
        BoundBrowser eve = new BoundBrowser();
        eve.send("POST", "/sign-in?user=eve", given());
        String sent = cookies.equals("eve") ? eve.cookiesWithoutProof() : cookies;
        List<Response> registrations = new ArrayList<>();
        Filter withTheseCookies = (request, response, context) -> {
            if (!request.getURI().endsWith("/device-bound/register")) {
                return context.next(request, response);
            }
            request.removeHeader("Cookie");
            if (!sent.isEmpty()) {
                request.header("Cookie", sent);
            }
            registrations.add(context.next(request, response));
            return registrations.get(0);
        };

        through(withTheseCookies, () -> browser.send("POST", "/sign-in?user=ada",
                given().header("Origin", "https://idp.test").header("Sec-Fetch-Site", "cross-site")
                        .header("Sec-Fetch-Mode", "navigate").header("Sec-Fetch-Dest", "document")));

        assertThat(registrations).singleElement().satisfies(registered -> {
            assertThat(registered.statusCode()).isEqualTo(200);
            assertThat(registered.headers().getValues("Set-Cookie")).singleElement().asString()
                    .startsWith("__session-proof=");
        });
        assertThat(browser.get("/for-users").asString()).isEqualTo("ada");
        assertThat(given().header("Cookie", browser.cookiesWithoutProof()).get("/for-users").statusCode()).isEqualTo(401);
    }

    @Test
    void aBrowserRegistersWithTheFormerNamesOfTheHeaders() {
        List<Response> registrations = new ArrayList<>();
        Filter former = (request, response, context) -> {
            if (!request.getURI().endsWith("/device-bound/register")) {
                return context.next(request, response);
            }
            String proof = request.getHeaders().getValue("Secure-Session-Response");
            request.removeHeader("Secure-Session-Response");
            request.header("Sec-Session-Response", "\"" + proof + "\"");
            registrations.add(context.next(request, response));
            return registrations.get(0);
        };

        through(former, this::bind);

        assertThat(registrations).singleElement().satisfies(registered -> {
            assertThat(registered.statusCode()).isEqualTo(200);
            assertThat(registered.header("Sec-Session-Challenge")).contains(";id=\"" + browser.sessionIdentifier() + "\"");
            assertThat(registered.header("Secure-Session-Challenge")).isNull();
        });
        assertThat(browser.dropProof().get("/for-users").asString()).isEqualTo("ada");
    }

    @Test
    void aFailureDoesNotEndTheSessionOfTheDevice() {
        bind();
        browser.dropProof();
        try (CapturedLog log = new CapturedLog()) {
            clock.breakAfter(0);
            List<Response> failed = List.of(browser.refresh(),
                    given().header("Sec-Session-Id", browser.sessionIdentifier()).post("/device-bound/refresh"),
                    given().header("Secure-Session-Response", "x").post("/device-bound/register"));
            clock.reset();

            for (Response each : failed) {
                assertThat(each.statusCode()).isEqualTo(503);
                assertThat(each.header("Cache-Control")).isEqualTo("no-store");
                assertThat(each.headers().getValues("Set-Cookie")).isEmpty();
            }
            assertThat(log.messages("ERROR")).containsExactly("A browser could not refresh a device-bound session",
                    "A browser could not refresh a device-bound session",
                    "A browser could not register a device-bound session");
            assertThat(log.text()).doesNotContain(browser.sessionIdentifier());
        }
        assertThat(browser.isRegistered()).isTrue();
        assertThat(browser.get("/for-users").asString()).isEqualTo("ada");
    }

    @Test
    void formerNamesOfTheHeadersAreUnderstood() {
        bind();

        Response challenged = given().header("Sec-Session-Id", "\"" + browser.sessionIdentifier() + "\"")
                .post("/device-bound/refresh");

        assertThat(challenged.statusCode()).isEqualTo(401);
        assertThat(challenged.header("Sec-Session-Challenge")).startsWith("\"");
        assertThat(challenged.header("Secure-Session-Challenge")).isNull();
    }

    @Test
    void aPageMakesTheBrowserComeAgainOnce() {
        bind();
        browser.dropProof();
        Response page = navigate("/for-users?q=a%20%26%22b&c='%3C%3E", browser.cookiesWithoutProof());
        String next = next(page);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.headers().getValues("Set-Cookie")).isEmpty();
        assertThat(next).startsWith("?q=a%20%26%22b&c='%3C%3E&_device-proof=");

        browser.refresh();
        Response proven = navigate("/for-users" + next, browser.cookies());
        assertThat(proven.statusCode()).isEqualTo(302);
        assertThat(proven.header("Location")).endsWith("/for-users?q=a%20%26%22b&c='%3C%3E");
        assertThat(proven.headers().getValues("Set-Cookie")).isEmpty();

        Response unproven = navigate("/for-users" + next, browser.cookiesWithoutProof());
        assertThat(unproven.statusCode()).isEqualTo(302);
        assertThat(unproven.header("Location")).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/by-path/page", "/route/for-users", "/servlet/for-users" })
    void everyKindOfPageComesAgain(String path) {
        bind();
        Response page = navigate(path, browser.cookiesWithoutProof());
        String next = next(page);

        Response proven = navigate(path + next, browser.cookies());
        Response unproven = navigate(path + next, browser.cookiesWithoutProof());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.headers().getValues("Set-Cookie")).isEmpty();
        assertThat(proven.statusCode()).isEqualTo(302);
        assertThat(proven.header("Location")).endsWith(path);
        assertThat(navigate(path, browser.cookies()).asString()).isEqualTo("ada");
        assertThat(unproven.statusCode()).isEqualTo(302);
        assertThat(unproven.header("Location")).endsWith("/login");
    }

    @ParameterizedTest
    @CsvSource({ "iframe, same-site", "iframe, cross-site", "frame, same-site" })
    void aPageInAFrameComesAgainToo(String destination, String site) {
        bind();

        Response page = caused("navigate", destination, site).get("/for-users");
        Response again = caused("navigate", destination, site).get("/for-users" + next(page));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(again.header("Location")).endsWith("/login");
    }

    @ParameterizedTest
    @CsvSource({ "cors, empty", "no-cors, empty", "no-cors, image", "no-cors, script", "navigate, object",
            "navigate, embed" })
    void whatIsNoPageDoesNotComeAgain(String mode, String destination) {
        bind();

        for (String site : List.of("same-site", "cross-site")) {
            assertThat(caused(mode, destination, site).get("/for-users").statusCode()).as(site).isEqualTo(401);
        }
    }

    private RequestSpecification caused(String mode, String destination, String site) {
        return given().urlEncodingEnabled(false).header("Cookie", browser.cookiesWithoutProof())
                .header("Sec-Fetch-Mode", mode).header("Sec-Fetch-Dest", destination).header("Sec-Fetch-Site", site)
                .header("Accept", PAGES).redirects().follow(false);
    }

    /** These pages are for everybody, and find out who it is when they have begun. */
    @ParameterizedTest
    @ValueSource(strings = { "/open", "/late-uni", "/route/late", "/route/late-uni", "/late-servlet" })
    void aPageThatAsksForTheUserItselfComesAgainToo(String path) {
        bind();
        try (CapturedLog log = new CapturedLog()) {
            Response page = navigate(path, browser.cookiesWithoutProof());
            String next = next(page);
            Response proven = navigate(path + next, browser.cookies());
            Response unproven = navigate(path + next, browser.cookiesWithoutProof());
            Response stolen = given().header("Cookie", browser.cookiesWithoutProof()).get(path);

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.contentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
            assertThat(page.header("Cache-Control")).contains("no-store");
            assertThat(page.headers().getValues("Set-Cookie")).isEmpty();
            assertThat(proven.statusCode()).isEqualTo(302);
            assertThat(proven.header("Location")).endsWith(path);
            assertThat(navigate(path, browser.cookies()).asString()).isEqualTo("ada");
            for (Response anonymous : List.of(unproven, stolen)) {
                assertThat(anonymous.statusCode()).isEqualTo(200);
                assertThat(anonymous.asString()).isEqualTo("nobody");
            }
            assertThat(log.messages("ERROR")).isEmpty();
        }
    }

    @Test
    void aPageWithoutAQueryComesAgainWithoutOne() {
        bind();
        String next = next(navigate("/for-users", browser.cookiesWithoutProof()));

        assertThat(next).startsWith("?_device-proof=");
        assertThat(navigate("/for-users" + next, browser.cookies()).header("Location")).endsWith("/for-users");
    }

    @Test
    void aMarkIsGoodForOneSignInAndAMinute() {
        bind();
        String next = next(navigate("/for-users", browser.cookiesWithoutProof()));
        BoundBrowser other = new BoundBrowser();
        other.send("POST", "/sign-in?user=eve", given());
        other.get("/for-users");

        assertThat(navigate("/for-users" + next, other.cookiesWithoutProof()).asString()).contains("http-equiv=refresh");
        assertThat(navigate("/for-users?_device-proof=x", browser.cookiesWithoutProof()).asString())
                .contains("http-equiv=refresh").doesNotContain("_device-proof=x");
        clock.advance(Duration.ofSeconds(60));
        assertThat(next(navigate("/for-users" + next, browser.cookiesWithoutProof()))).startsWith("?_device-proof=")
                .hasSameSizeAs(next);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/for-users", "/by-path/page", "/route/for-users", "/servlet/for-users" })
    void aBrowserThatCouldNotRefreshIsToldToTryAgain(String path) {
        bind();
        RequestSpecification skipped = given().header("Cookie", browser.cookiesWithoutProof())
                .header("Secure-Session-Skipped", "server_error;session_identifier=\"x\"");

        Response answer = skipped.redirects().follow(false).get(path);
        Response page = skipped.header("Accept", PAGES).redirects().follow(false).get(path);

        for (Response each : List.of(answer, page)) {
            assertThat(each.statusCode()).isEqualTo(503);
            assertThat(each.header("Retry-After")).isEqualTo("1");
            assertThat(each.headers().getValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void anUnboundCookieIsNotLetInWhereItsBrowserSaysThatItIsBound() {
        browser.send("POST", "/sign-in?user=ada", given());
        String unbound = browser.cookiesWithoutProof();

        assertThat(given().header("Cookie", unbound)
                .header("Secure-Session-Skipped", "quota_exceeded;session_identifier=\"" + browser.sessionIdentifier() + "\"")
                .get("/for-users").statusCode()).isEqualTo(503);
        assertThat(given().header("Cookie", unbound).header("Secure-Session-Skipped", "unreachable;session_identifier=other")
                .get("/for-users").asString()).isEqualTo("ada");
    }

    @Test
    void signOutEndsTheSessionOfTheDevice() {
        bind();

        browser.send("POST", "/sign-out", given());
        Response ended = browser.refresh();

        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(ended.asString()).contains("\"continue\":false");
        assertThat(browser.isRegistered()).isFalse();
        assertThat(browser.hasProof()).isFalse();
        assertThat(browser.get("/for-users").statusCode()).isEqualTo(401);
    }

    @Test
    void aNewSignInIsAnotherOne() {
        bind();
        String former = browser.sessionIdentifier();

        browser.send("POST", "/sign-in?user=eve", given());

        assertThat(browser.get("/for-users").asString()).isEqualTo("eve");
        assertThat(browser.dropProof().get("/for-users").asString()).isEqualTo("eve");
        assertThat(given().header("Cookie", browser.cookies()).header("Sec-Secure-Session-Id", former)
                .post("/device-bound/refresh").asString()).contains("\"continue\":false");
    }

    @Test
    void aBrowserWithoutSupportSeesNoDifference() {
        Response signedIn = given().post("/sign-in?user=ada");
        String cookie = signedIn.header("Set-Cookie").replaceFirst(";.*", "");
        clock.advance(Duration.ofDays(30));

        Response answer = given().header("Cookie", cookie).get("/for-users");

        assertThat(signedIn.headers().getValues("Set-Cookie")).hasSize(1);
        assertThat(answer.asString()).isEqualTo("ada");
        assertThat(answer.headers().getValues("Set-Cookie")).isEmpty();
        assertThat(navigate("/for-users", cookie).asString()).isEqualTo("ada");
    }

    /** The filter runs before those that are there already. */
    static void through(Filter filter, Runnable requests) {
        List<Filter> others = RestAssured.filters();
        List<Filter> all = new ArrayList<>(others);
        all.add(0, filter);
        RestAssured.replaceFiltersWith(all);
        try {
            requests.run();
        } finally {
            RestAssured.replaceFiltersWith(others);
        }
    }

    void bind() {
        browser.send("POST", "/sign-in?user=ada", given());
        assertThat(browser.get("/for-users").asString()).isEqualTo("ada");
    }

    static Response navigate(String path, String cookies) {
        return given().urlEncodingEnabled(false).header("Cookie", cookies).header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .header("Sec-Fetch-Site", "cross-site").header("Accept", PAGES).redirects().follow(false).get(path);
    }

    static String next(Response page) {
        Matcher next = NEXT.matcher(page.asString());
        assertThat(next.find()).as(page.asString()).isTrue();
        return next.group(1).replace("&amp;", "&").replace("&#39;", "'");
    }
}
