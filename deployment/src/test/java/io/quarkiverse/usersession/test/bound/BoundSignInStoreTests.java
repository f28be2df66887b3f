package io.quarkiverse.usersession.test.bound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

/** With a store of sign-ins, which knows that a sign-in is bound where a copy of its cookie doesn't. */
abstract class BoundSignInStoreTests extends BoundTests {

    // requests under way, and what a replica has been told before
    static final Duration BOUND_FOR_ALL = Duration.ofSeconds(10 + 5 + 1);

    @Inject
    ReluctantSignIns store;

    @AfterEach
    void willing() {
        store.reluctant(false);
    }

    static QuarkusUnitTest application() {
        return BoundApplication.with()
                .overrideConfigKey("quarkus.arc.selected-alternatives", ReluctantSignIns.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/for-users", "/by-path/page", "/route/for-users", "/servlet/for-users" })
    void S11_aCopyFromBeforeTheBindingSignsNobodyIn(String path) {
        browser.send("POST", "/sign-in?user=ada", given());
        String copy = browser.cookiesWithoutProof();
        browser.get("/for-users");
        clock.advance(BOUND_FOR_ALL);

        Response answer = given().header("Cookie", copy).redirects().follow(false).get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().getValues("Set-Cookie")).isEmpty();
        assertThat(browser.get(path).asString()).isEqualTo("ada");
        assertThat(browser.get(path).headers().getValues("Set-Cookie")).isEmpty();
    }

    @Test
    void requestsUnderWayWhenTheSignInIsBoundAreLetIn() {
        browser.send("POST", "/sign-in?user=ada", given());
        String underWay = browser.cookiesWithoutProof();
        browser.get("/for-users");
        clock.advance(Duration.ofSeconds(10));

        Response answer = given().header("Cookie", underWay).get("/for-users");

        assertThat(answer.asString()).isEqualTo("ada");
        assertThat(answer.headers().getValues("Set-Cookie")).isEmpty();
    }

    @Test
    void S11_aPageSendsACopyToTheLoginPageWhenItHasComeAgain() {
        browser.send("POST", "/sign-in?user=ada", given());
        String copy = browser.cookiesWithoutProof();
        browser.get("/for-users");
        clock.advance(BOUND_FOR_ALL);

        String next = next(navigate("/for-users", copy));
        Response again = navigate("/for-users" + next, copy);

        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(again.header("Location")).endsWith("/login");
    }

    /** The answer with the bound cookie was lost. */
    @Test
    void aBrowserWhoseCookieWasNotWrittenAnewStaysSignedIn() {
        browser.send("POST", "/sign-in?user=ada", given());
        given().header("Cookie", browser.cookies()).get("/for-users");
        String unbound = browser.cookiesWithoutProof();
        clock.advance(BOUND_FOR_ALL);
        assertThat(given().header("Cookie", unbound).get("/for-users").statusCode()).isEqualTo(401);

        Response link = navigate("/for-users", unbound);
        Response proven = navigate("/for-users" + next(link), browser.cookies());
        Response answer = browser.get("/for-users");

        assertThat(proven.statusCode()).isEqualTo(302);
        assertThat(answer.asString()).isEqualTo("ada");
        assertThat(answer.headers().getValues("Set-Cookie")).singleElement().asString().startsWith("__session=");
        assertThat(browser.get("/for-users").headers().getValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aBrowserThatCouldNotRefreshIsToldToTryAgainWithAnUnboundCookieToo() {
        browser.send("POST", "/sign-in?user=ada", given());
        String unbound = browser.cookiesWithoutProof();
        browser.get("/for-users");
        clock.advance(BOUND_FOR_ALL);

        Response answer = given().header("Cookie", unbound)
                .header("Secure-Session-Skipped", "server_error;session_identifier=\"x\"").get("/for-users");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().getValues("Set-Cookie")).isEmpty();
    }

    /** Also for the browser itself, and where users are let in without the store. */
    @Test
    void S38_anEndedSignInWhoseCookieHasNoRoomIsRefusedWhileTheStoreDoesNotSayWhy() {
        browser.send("POST", "/sign-in?user=ada", given());
        String full = full();
        browser.get("/for-users");
        clock.advance(BOUND_FOR_ALL);
        browser.dropProof().refresh();
        String proven = full + "; " + proof();
        assertThat(given().header("Cookie", proven).get("/for-users").asString()).isEqualTo("ada");
        store.end("ada", given().header("Cookie", proven).get("/sign-in-id").asString()).await().indefinitely();
        clock.advance(BOUND_FOR_ALL); // beyond the cache

        store.reluctant(true);
        for (int i = 0; i < 2; i++) {
            Response answer = given().header("Cookie", proven).get("/for-users");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.headers().getValues("Set-Cookie")).isEmpty();
            assertThat(given().header("Cookie", proven).get("/open").asString()).isEqualTo("nobody");
        }
        store.reluctant(false);

        assertThat(given().header("Cookie", proven).get("/for-users").statusCode()).isEqualTo(401);
    }

    private String full() {
        return given().header("Cookie", browser.cookiesWithoutProof()).post("/fill").header("Set-Cookie")
                .replaceFirst(";.*", "");
    }

    private String proof() {
        return browser.cookies().replaceFirst(".*(__session-proof=)", "$1");
    }

    @Test
    void aSignInWhoseCookieHasNoRoomToSaySoIsNotBound() {
        browser.send("POST", "/sign-in?user=ada", given());
        String full = full();
        String proof = proof();
        assertThat(given().header("Cookie", full + "; " + proof).get("/for-users").asString()).isEqualTo("ada");
        clock.advance(BOUND_FOR_ALL);

        assertThat(given().header("Cookie", full).get("/for-users").asString()).isEqualTo("ada");
    }

    @Test
    void aNewSignInIsNotThatOfTheCopy() {
        browser.send("POST", "/sign-in?user=ada", given());
        browser.get("/for-users");
        clock.advance(BOUND_FOR_ALL);

        Response signedIn = given().post("/sign-in?user=ada");

        assertThat(given().header("Cookie", signedIn.header("Set-Cookie").replaceFirst(";.*", "")).get("/for-users").asString())
                .isEqualTo("ada");
    }
}
