package io.quarkiverse.usersession.test;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.quarkiverse.usersession.testsupport.Browser.vary;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.test.app.UniEndpoints;
import io.quarkiverse.usersession.test.client.RawConnection;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** The same behaviour in every kind of handler, with the default configuration. */
class HandlerKindsTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.withEndpoints();

    private static final String SET = "__session=[\\w-]+; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax";
    private static final String EXPIRED = "__session=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; HttpOnly;"
            + " SameSite=Lax";

    @Inject
    TestClock clock;

    // the extension uses one instance of this class for all its tests
    private Browser browser;

    @BeforeEach
    void openABrowser() {
        browser = new Browser();
    }

    @AfterEach
    void repairTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "uni", "stream", "route", "servlet" })
    void whatOneRequestSetsTheNextOneReads(String kind) {
        Response set = browser.get("/" + kind + "/set?value=ada");

        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(setCookies(set)).singleElement().asString().matches(SET);
        assertThat(browser.get("/" + kind + "/get").asString()).contains("ada");
        assertThat(new Browser().get("/" + kind + "/get").asString()).contains("nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "uni", "stream", "route", "servlet" })
    void aReadSessionSetsNoCookieAndVaries(String kind) {
        browser.get("/" + kind + "/set?value=ada");

        Response read = browser.get("/" + kind + "/get");

        assertThat(setCookies(read)).isEmpty();
        assertThat(vary(read)).contains("Cookie");
        assertThat(read.getHeader("Cache-Control")).isNotEqualTo("no-store, private");
    }

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "uni", "stream", "route", "servlet" })
    void anUntouchedSessionLeavesNoTrace(String kind) {
        browser.get("/" + kind + "/set?value=ada");

        for (Browser anybody : new Browser[] { browser, new Browser(), new Browser().with("damaged") }) {
            Response untouched = anybody.get("/" + kind + "/untouched");

            assertThat(untouched.asString()).contains("untouched");
            assertThat(setCookies(untouched)).isEmpty();
            assertThat(vary(untouched)).doesNotContain("Cookie");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "uni", "stream", "route", "servlet" })
    void S23_aChangeIsCommittedWithA422(String kind) {
        Response refused = browser.get("/" + kind + "/set-422?value=ada");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(setCookies(refused)).singleElement().asString().matches(SET);
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("ada");
    }

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "uni", "stream", "route", "servlet" })
    void S23_aChangeIsCommittedWhenTheHandlerThrows(String kind) {
        Response failed = browser.get("/" + kind + "/set-throw?value=ada");

        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(setCookies(failed)).singleElement().asString().matches(SET);
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("ada");
    }

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "stream", "route", "servlet" })
    void aWriteBehindTheFirstByteThrowsAndAReadDoesNot(String kind) {
        Response late = browser.get("/" + kind + "/late?value=ada");

        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(setCookies(late)).singleElement().asString().matches(SET);
        assertThat(late.asString()).contains("Session 'default': can't set 'late', because the headers of the response to /"
                + kind
                + "/late have been sent. Change the session before the response begins - ada");
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("ada");
    }

    @Test
    void aSessionFirstUsedBehindTheHeadersCanBeReadAndNotWritten() {
        browser.get("/blocking/set?value=ada");

        Response late = browser.get("/stream/late-first-use");

        assertThat(late.asString()).contains("can't set 'late'", "- ada");
        assertThat(setCookies(late)).isEmpty();
    }

    @Test
    void aRerouteKeepsTheSession() {
        Response rerouted = browser.get("/route/set-reroute?value=ada");

        assertThat(rerouted.asString()).isEqualTo("ada");
        assertThat(setCookies(rerouted)).singleElement().asString().matches(SET);
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("ada");
    }

    @Test
    void whatOtherHandlersChangeAtHeadersEndIsCommitted() {
        browser.get("/route/set-at-headers-end?value=ada");

        assertThat(browser.get("/blocking/get").asString()).isEqualTo("ada");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/blocking/set", "/uni/set", "/stream/set", "/route/set", "/servlet/set", "/route/set-reroute",
            "/route/set-not-modified", "/route/set-no-content", "/blocking/set-throw", "/blocking/late" })
    void S23_aCommitThatFailsIsA500AndNeverAHangingClient(String path) throws IOException {
        browser.get("/blocking/set?value=ada");
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            // used once before it breaks, so that the session opens and only the commit fails
            clock.breakAfter(1);

            RawConnection.Answer answer = connection.get(path + "?value=grace", "__session=" + browser.cookie());

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.values("Set-Cookie")).isEmpty();
            assertThat(answer.values("Cache-Control")).containsExactly("no-store");
            clock.reset();
            assertThat(connection.get("/blocking/get", "__session=" + browser.cookie()).body()).isEqualTo("ada");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "uni", "stream", "route", "servlet" })
    void aDamagedCookieIsANewSessionAndIsExpired(String kind) {
        browser.get("/blocking/set?value=ada");

        Response read = new Browser().with(browser.cookie() + "=").get("/" + kind + "/get");

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.asString()).contains("nobody");
        assertThat(setCookies(read)).containsExactly(EXPIRED);
        assertThat(vary(read)).contains("Cookie");
        assertThat(read.getHeader("Cache-Control")).isEqualTo("no-store, private");
    }

    @Test
    void destroyExpiresTheCookieWithTheAttributesItWasSetWith() {
        browser.get("/blocking/set?value=ada");

        Response destroyed = browser.get("/blocking/destroy");

        assertThat(setCookies(destroyed)).containsExactly(EXPIRED);
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("nobody");
    }

    // REST writes the headers of a response at headers-end, as we do, and routes write them when they are told
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "route    | Accept          | public, max-age=600  | Accept, Cookie | no-store, private",
            "route    | Accept, cookie  | private              | Accept, cookie | no-store, private",
            "route    | *               | no-store             | *              | no-store",
            "route    | Origin          | max-age=0, No-Store  | Origin, Cookie | max-age=0, No-Store",
            "blocking | Accept          | public, max-age=600  | Accept, Cookie | no-store, private",
            "blocking | Accept, cookie  | private              | Accept, cookie | no-store, private",
            "blocking | *               | no-store             | *              | no-store" })
    void S13_theHeadersOfTheApplicationAreKeptWhereTheyAreStricter(String kind, String vary, String cache,
            String expectedVary, String expectedCache) {
        Response response = browser.get("/" + kind + "/set-cached",
                given().queryParam("value", "ada").queryParam("vary", vary).queryParam("cache", cache));

        assertThat(vary(response)).isEqualTo(expectedVary);
        assertThat(response.headers().getValues("Cache-Control")).containsExactly(expectedCache);
    }

    @ParameterizedTest
    @ValueSource(strings = { "id", "get", "get-typed", "set", "has", "unset", "clear", "flash", "data", "isNew", "isEmpty",
            "createdAt", "expiresAt", "maxAge", "renew", "destroy" })
    void S13_everyAccessToTheSessionVariesByCookie(String method) {
        browser.get("/blocking/set?value=ada");

        assertThat(vary(browser.get("/blocking/access?method=" + method))).isEqualTo("Cookie");
        assertThat(vary(new Browser().get("/blocking/access?method=" + method))).isEqualTo("Cookie");
        assertThat(vary(new Browser().with("damaged").get("/blocking/access?method=" + method))).isEqualTo("Cookie");
    }

    @Test
    void S14_renewGivesTheSessionANewIdAndKeepsItsData() {
        browser.get("/blocking/set?value=ada");
        String id = browser.get("/blocking/id").asString();
        assertThat(browser.get("/blocking/id").asString()).isEqualTo(id);

        Response renewed = browser.get("/blocking/access?method=renew");

        assertThat(setCookies(renewed)).singleElement().asString().matches(SET);
        assertThat(browser.get("/blocking/id").asString()).isNotEqualTo(id);
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("ada");
    }

    @Test
    void S24_aFlashValueIsReadOnceAndTravelsInTheSealedCookie() {
        browser.get("/blocking/access?method=flash");

        assertThat(browser.get("/blocking/read-flash").asString()).isEqualTo("flashed");
        assertThat(browser.get("/blocking/read-flash").asString()).isEqualTo("none");
    }

    @Test
    void S20_aForwardedSchemeIsNotBelievedUnlessConfigured() {
        Response response = browser.get("/blocking/set?value=ada",
                given().header("X-Forwarded-Proto", "https").header("Forwarded", "proto=https"));

        assertThat(setCookies(response)).singleElement().asString().doesNotContain("Secure");
    }

    @Test
    void S27_onlyTheCookieHeaderIsASource() {
        browser.get("/blocking/set?value=ada");

        for (String header : new String[] { "__session", "X-__session-Session", "X-Session", "Authorization", "Set-Cookie" }) {
            Response read = given().header(header, browser.cookie())
                    .header("Cookie2", "__session=" + browser.cookie())
                    .queryParam("__session", browser.cookie())
                    .get("/blocking/get");
            assertThat(read.asString()).as(header).isEqualTo("nobody");
        }
    }

    @Test
    void S14_aGoodCookieAmongBadOnesOfItsNameIsUsed() {
        browser.get("/blocking/set?value=ada");

        Response read = given()
                .header("Cookie", "__session=bad; a=b; __session=; __session=" + browser.cookie() + "; __session=worse")
                .get("/blocking/get");

        assertThat(read.asString()).isEqualTo("ada");
        assertThat(setCookies(read)).isEmpty();
    }

    @Test
    void aUniThatHasChangedTheSessionIsStillCancelledWhenTheClientGoes() throws Exception {
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            connection.send("/uni/set-wait?value=ada", null);
            assertThat(UniEndpoints.SET.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(UniEndpoints.CANCELLED.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
    }
}
