package io.quarkiverse.usersession.test.signin;

import static io.quarkiverse.usersession.test.client.Browser.setCookies;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.test.client.Browser;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What holds however Quarkus authenticates. */
abstract class SignInTests {

    Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/for-users", "/for-admins", "/by-path/page", "/admins-by-path/page", "/route/for-users",
            "/route/for-admins" })
    void a401IsTheAnswerToAProgramThatIsNotSignedIn(String path) {
        Response response = browser.get(path);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).startsWith("basic");
        assertThat(setCookies(response)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/for-users", "/for-admins", "/by-path/page", "/admins-by-path/page", "/route/for-users",
            "/route/for-admins", "/open" })
    void whoSignsInIsTheUserOfTheNextRequests(String path) {
        browser.get("/sign-in?user=ada&role=admin&role=author");

        Response response = browser.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString()).isIn("ada [admin, author]", "ada [author, admin]");
        assertThat(Browser.vary(response)).isEqualToIgnoringCase("Cookie");
        assertThat(setCookies(response)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/for-admins", "/admins-by-path/page", "/route/for-admins" })
    void aUserWithoutTheRoleIsForbiddenAndNotAskedToSignInAgain(String path) {
        browser.get("/sign-in?user=bob&role=author");

        assertThat(browser.get(path, html()).statusCode()).isEqualTo(403);
        assertThat(browser.get("/for-users").asString()).isEqualTo("bob [author]");
    }

    @Test
    void aUserMayHaveNoRoles() {
        browser.get("/sign-in?user=bob");

        assertThat(browser.get("/for-users").asString()).isEqualTo("bob []");
    }

    @Test
    void aReactiveRouteSignsIn() {
        browser.get("/route/sign-in?user=eve");

        assertThat(browser.get("/for-users").asString()).isEqualTo("eve [clerk]");
    }

    @Test
    void S14_signInGivesTheSessionANewIdAndKeepsItsData() {
        browser.get("/blocking/set?value=before");
        String before = browser.get("/blocking/id").asString();

        browser.get("/sign-in?user=ada");

        assertThat(browser.get("/blocking/id").asString()).isNotEqualTo(before);
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("before");
    }

    @Test
    void aUserWhoSignsInOverAnotherOneStartsWithoutTheirData() {
        browser.get("/sign-in?user=ada");
        browser.get("/blocking/set?value=private");
        browser.get("/sign-in?user=ada");
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("private");

        browser.get("/sign-in?user=bob");

        assertThat(browser.get("/for-users").asString()).isEqualTo("bob []");
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("nobody");
    }

    @Test
    void whoIsSignedInIsNotAmongTheValues() {
        browser.get("/sign-in?user=ada&role=admin");

        assertThat(browser.get("/data").asString()).isEqualTo("{} true");
    }

    @Test
    void signOutEndsTheSession() {
        browser.get("/blocking/set?value=private");
        browser.get("/sign-in?user=ada");

        assertThat(setCookies(browser.get("/sign-out"))).singleElement().asString().startsWith("__session=; Max-Age=0;");

        assertThat(browser.get("/for-users").statusCode()).isEqualTo(401);
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("nobody");
    }

    @Test
    void aForgedCookieSignsNobodyIn() {
        browser.get("/sign-in?user=ada");
        char[] forged = browser.cookie().toCharArray();
        forged[forged.length / 2] ^= 1;

        assertThat(new Browser().with(new String(forged)).get("/for-users").statusCode()).isEqualTo(401);
    }

    @Test
    void aProgramMayUseBasicAuthenticationInstead() {
        Response response = browser.get("/for-admins", given().auth().preemptive().basic("robot", "beep"));

        assertThat(response.asString()).isEqualTo("robot [admin]");
        assertThat(setCookies(response)).isEmpty();
    }

    @Test
    void whatARequestSaysInItsAuthorizationHeaderCountsMoreThanItsCookie() {
        browser.get("/sign-in?user=ada");

        assertThat(browser.get("/for-users", given().auth().preemptive().basic("robot", "beep")).asString())
                .isEqualTo("robot [admin]");
        assertThat(browser.get("/for-users", given().auth().preemptive().basic("robot", "wrong")).statusCode()).isEqualTo(401);
    }

    @Test
    void anEndpointMayTakeBasicAuthenticationOnly() {
        browser.get("/sign-in?user=ada");

        assertThat(browser.get("/for-programs").statusCode()).isEqualTo(401);
        assertThat(browser.get("/for-programs", given().auth().preemptive().basic("robot", "beep")).asString())
                .isEqualTo("robot [admin]");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/for-users", "/for-admins", "/by-path/page", "/admins-by-path/page", "/route/for-users" })
    void aBrowserIsSentToTheLoginPageAndFindsItsWayBackOnce(String path) {
        Response response = browser.get(path + "?of=2026&q=a%20b%7Cc", html());

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.header("Location")).isEqualTo("/login");
        assertThat(response.header("WWW-Authenticate")).isNull();
        assertThat(response.header("Cache-Control")).isEqualTo("no-store, private");
        assertThat(setCookies(response)).hasSize(1);
        assertThat(browser.get("/login", html()).asString()).isEqualTo("please sign in");
        assertThat(browser.get("/sign-in?user=ada").asString()).isEqualTo(path + "?of=2026&q=a%20b%7Cc");
        assertThat(browser.get("/sign-in?user=ada").asString()).isEqualTo("nowhere");
    }

    @Test
    void onlyTheLastWantedLocationIsKept() {
        browser.get("/for-users?page=1", html());
        browser.get("/for-users?page=2", html());

        assertThat(browser.get("/sign-in?user=ada").asString()).isEqualTo("/for-users?page=2");
    }

    @Test
    void aVeryLongLocationIsNotKeptAndTheLoginPageIsShownAllTheSame() {
        Response response = browser.get("/for-users?q=" + "x".repeat(600), html());

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(browser.get("/sign-in?user=ada").asString()).isEqualTo("nowhere");
    }

    @Test
    void aFormThatIsSentWithoutBeingSignedInIsNotSentToTheLoginPage() {
        Response response = html().body("text").redirects().follow(false).post("/for-users");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(setCookies(response)).isEmpty();
    }

    @Test
    void aSignedInUserMaySendABody() {
        browser.get("/sign-in?user=ada");

        assertThat(given().header("Cookie", "__session=" + browser.cookie()).body("x".repeat(100_000)).post("/for-users")
                .asString()).isEqualTo("ada [] posted 100000");
    }

    static RequestSpecification html() {
        return given().urlEncodingEnabled(false).header("Accept",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    }
}
