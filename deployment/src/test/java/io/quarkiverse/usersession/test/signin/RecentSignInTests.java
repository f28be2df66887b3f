package io.quarkiverse.usersession.test.signin;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.test.client.OverHttp2;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What holds for pages that ask for a recent sign-in, however Quarkus authenticates. */
abstract class RecentSignInTests {

    @Inject
    TestClock clock;

    @TestHTTPResource("/open")
    URI application;

    Browser browser;

    static QuarkusUnitTest application(Class<?>... more) {
        List<Class<?>> classes = new ArrayList<>(List.of(more));
        classes.add(RecentSignInTests.class);
        classes.addAll(List.of(RecentPages.CLASSES));
        return SignInApplication.with(classes.toArray(Class<?>[]::new))
                .overrideRuntimeConfigKey("quarkus.http.auth.permission.recent.paths", "/recent/path/*")
                .overrideRuntimeConfigKey("quarkus.http.auth.permission.recent.policy", "recent-sign-in");
    }

    @BeforeEach
    void open() {
        browser = new Browser();
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "event-loop", "uni", "blocking-uni", "multi", "blocking-multi", "rest-multi", "stage",
            "future", "bean",
            "inherited", "for-admins", "path/page", "route", "uni-route", "blocking-route", "servlet", "servlet-method" })
    void eachKindOfMethodAsksForARecentSignIn(String path) {
        assertRefused(browser, path);

        browser.get("/sign-in?user=ada&role=admin");
        assertThat(browser.get("/recent/" + path).asString()).contains("ada [admin]");

        clock.advance(Duration.ofMinutes(10));
        assertThat(browser.get("/recent/" + path).asString()).contains("ada [admin]");

        clock.advance(Duration.ofMillis(1));
        assertRefused(browser, path);
        assertThat(browser.get("/for-users").asString()).isEqualTo("ada [admin]");

        browser.get("/sign-in?user=ada&role=admin");
        assertThat(browser.get("/recent/" + path).asString()).contains("ada [admin]");

        Browser copy = new Browser().with(browser.cookie());
        browser.get("/sign-out");
        assertRefused(browser, path);
        assertThat(copy.get("/recent/" + path).statusCode()).isEqualTo(statusOfACopyAfterTheSignOut());
    }

    @ParameterizedTest
    @ValueSource(strings = { "throwing/blocking", "throwing/uni", "throwing/multi", "throwing/stage", "failing/uni",
            "failing/multi", "failing/stage", "failing/executed-stage" })
    void whatTheMethodThrowsIsAnsweredAsWithoutTheAnnotation(String path) {
        int runs = RecentPages.RUNS.get();
        assertRefused(browser, path);
        assertThat(RecentPages.RUNS).hasValue(runs);
        browser.get("/sign-in?user=ada");

        assertThat(browser.get("/recent/" + path).statusCode()).isEqualTo(422);

        clock.advance(Duration.ofMinutes(11));
        assertRefused(browser, path);
        assertThat(RecentPages.RUNS).hasValue(runs + 1);
    }

    /** Without a store, no server knows of a sign-out. */
    int statusOfACopyAfterTheSignOut() {
        return 200;
    }

    private static void assertRefused(Browser browser, String path) {
        Response program = browser.get("/recent/" + path);
        assertThat(program.statusCode()).isEqualTo(401);
        assertThat(program.header("WWW-Authenticate")).startsWith("basic");
        assertThat(setCookies(program)).isEmpty();

        Response page = browser.navigate("/recent/" + path);
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.header("Location")).isEqualTo("/login");
        assertThat(page.header("WWW-Authenticate")).isNull();
        assertThat(setCookies(page)).singleElement().asString().startsWith("__session-wanted=");
    }

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "uni", "multi", "stage", "bean", "path/page", "route", "uni-route",
            "blocking-route" })
    void anotherMechanismsUserDoesNotPassBesideAFreshSession(String path) {
        browser.get("/sign-in?user=robot&role=admin");

        Response both = browser.get("/recent/" + path, given().auth().preemptive().basic("robot", "beep"));

        assertThat(both.statusCode()).isEqualTo(401);
        assertThat(browser.get("/for-users", given().auth().preemptive().basic("robot", "beep")).asString())
                .isEqualTo("robot [admin]");
    }

    @Test
    void whoSignsInDuringTheRequestDoesNotPassAsTheFormerUser() {
        browser.get("/sign-in?user=ada");

        assertThat(browser.get("/recent/sign-in-and-go-on?user=bob").statusCode()).isEqualTo(401);
        assertThat(browser.get("/recent/bean").asString()).isEqualTo("bob []");
    }

    @Test
    void theMethodSaysMoreThanItsClass() {
        browser.get("/sign-in?user=ada");
        clock.advance(Duration.ofMinutes(60));

        assertThat(browser.get("/recent/hour").asString()).isEqualTo("ada []");
        assertThat(browser.get("/recent/bean").statusCode()).isEqualTo(401);
    }

    @Test
    void whoMayNotSeeThePageIsNotAskedToSignInAgain() {
        browser.get("/sign-in?user=bob&role=author");
        clock.advance(Duration.ofMinutes(11));

        assertThat(browser.navigate("/recent/for-admins").statusCode()).isEqualTo(403);
    }

    @Test
    void theUserComesBackToThePageWithTheirDataAndANewId() {
        browser.get("/blocking/set?value=cart");
        browser.get("/sign-in?user=ada");
        String id = browser.get("/blocking/id").asString();
        clock.advance(Duration.ofMinutes(11));

        browser.navigate("/recent/uni?a=b");
        assertThat(browser.get("/is-wanted").asString()).isEqualTo("true");
        assertThat(browser.get("/sign-in?user=ada").asString()).endsWith("/recent/uni?a=b");

        assertThat(browser.get("/recent/uni").asString()).isEqualTo("ada []");
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("cart");
        assertThat(browser.get("/blocking/id").asString()).isNotEqualTo(id);
    }

    @Test
    void aFormThatWasFilledInForTooLongLeadsBackToItsPage() {
        browser.get("/sign-in?user=ada");
        clock.advance(Duration.ofMinutes(11));
        String origin = "http://localhost:" + RestAssured.port;

        Response refused = browser.send("POST", "/recent/blocking", SignInTests.html()
                .contentType("application/x-www-form-urlencoded").header("Origin", origin)
                .header("Referer", origin + "/recent/blocking?form=1").body("password=x"));

        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(refused.header("Location")).isEqualTo("/login");
        assertThat(browser.get("/sign-in?user=ada").asString()).endsWith("/recent/blocking?form=1");
        assertThat(browser.post("/recent/blocking", "password", "x").asString()).isEqualTo("ada [] posted 10");
    }

    /** As browsers speak with applications over TLS. Quarkus alone answers 500 there, after it has read the body. */
    @ParameterizedTest
    @ValueSource(strings = { "/recent/route", "/recent/uni-route", "/recent/blocking-route", "/route/for-users" })
    void aFormForARouteLeadsToTheLoginPageOverHttp2Too(String path) {
        for (String method : new String[] { "POST", "GET" }) {
            Response refused = browser.send(method, path, overHttp2(SignInTests.html(), method));

            assertThat(refused.statusCode()).as(method).isEqualTo(method.equals("GET") ? 302 : 303);
            assertThat(refused.header("Location")).isEqualTo("/login");

            Response program = browser.send(method, path, overHttp2(given(), method));
            assertThat(program.statusCode()).as(method).isEqualTo(401);
            assertThat(program.header("WWW-Authenticate")).startsWith("basic");
        }
    }

    @Test
    void anOldSignInLeadsFromAFormOverHttp2ToTheLoginPageAndBack() {
        browser.get("/sign-in?user=ada");
        clock.advance(Duration.ofMinutes(11));

        Response refused = browser.send("POST", "/recent/route", overHttp2(SignInTests.html(), "POST")
                .header("Referer", "http://localhost:" + RestAssured.port + "/recent/blocking?form=1"));

        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(browser.get("/sign-in?user=ada").asString()).endsWith("/recent/blocking?form=1");
        assertThat(browser.send("POST", "/recent/route", overHttp2(SignInTests.html(), "POST")).asString())
                .isEqualTo("ada []");
    }

    @Test
    void whoMayNotUseARouteIsToldSoOverHttp2() {
        browser.get("/sign-in?user=bob&role=author");

        for (String method : new String[] { "POST", "GET" }) {
            assertThat(browser.send(method, "/route/for-admins", overHttp2(SignInTests.html(), method)).statusCode())
                    .as(method).isEqualTo(403);
        }
    }

    @Test
    void aWrongPasswordForARouteIsRefusedOverHttp2() {
        RequestSpecification request = overHttp2(given(), "POST").auth().preemptive().basic("robot", "boop");

        assertThat(browser.send("POST", "/route/for-users", request).statusCode()).isEqualTo(401);
    }

    private RequestSpecification overHttp2(RequestSpecification request, String method) {
        if (method.equals("POST")) {
            request.contentType("application/x-www-form-urlencoded").body("password=x");
        }
        return request.filter(new OverHttp2(application));
    }

    /** As by a replica whose clock is wrong. */
    @Test
    void aSignInFromTheFutureIsNotRecent() {
        clock.advance(Duration.ofMinutes(2));
        browser.get("/sign-in?user=ada");
        clock.advance(Duration.ofMinutes(-1));
        assertThat(browser.get("/recent/blocking").asString()).isEqualTo("ada []");

        clock.advance(Duration.ofMillis(-1));

        assertThat(browser.get("/recent/blocking").statusCode()).isEqualTo(401);
    }
}
