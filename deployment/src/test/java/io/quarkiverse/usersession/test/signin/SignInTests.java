package io.quarkiverse.usersession.test.signin;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.testsupport.Browser;
import io.restassured.RestAssured;
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
        assertThat(Browser.vary(response)).isEqualToIgnoringCase("Cookie");
        assertThat(setCookies(response)).singleElement().asString().startsWith("__session-wanted=")
                .endsWith("; Max-Age=600; Path=/; HttpOnly; SameSite=Lax");
        assertThat(browser.get("/login", html()).asString()).isEqualTo("please sign in");
        Response signedIn = browser.get("/sign-in?user=ada");
        assertThat(signedIn.asString()).isEqualTo(baseUri() + path + "?of=2026&q=a%20b%7Cc");
        assertThat(setCookies(signedIn))
                .contains(
                        "__session-wanted=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; HttpOnly; SameSite=Lax");
        assertThat(browser.get("/sign-in?user=ada").asString()).isEqualTo("nowhere");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/sign-in-and-go", "/sign-in-with-cookies", "/route/sign-in-and-go", "/servlet/sign-in-and-go" })
    void signInLeadsWhereTheBrowserWantedToGo(String signIn) {
        browser.get("/for-users?of=2026", html());

        Response response = browser.get(signIn);

        assertThat(response.header("Location")).isEqualTo(baseUri() + "/for-users?of=2026");
        assertThat(browser.wanted()).isNull();
        assertThat(browser.get("/for-users").asString()).isEqualTo("ada []");
    }

    @Test
    void onlyTheLastWantedLocationIsKept() {
        browser.get("/for-users?page=1", html());
        browser.get("/for-users?page=2", html());

        assertThat(browser.get("/sign-in?user=ada").asString()).isEqualTo(baseUri() + "/for-users?page=2");
    }

    @Test
    void aVeryLongLocationIsNotKeptAndTheLoginPageIsShownAllTheSame() {
        Response response = browser.get("/for-users?q=" + "x".repeat(600), html());

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(setCookies(response)).isEmpty();
        assertThat(browser.get("/sign-in?user=ada").asString()).isEqualTo("nowhere");
    }

    @Test
    void aFilterThatReadsTheSessionFirstKeepsNobodyFromTheLoginPage() {
        Response response = browser.get("/for-users", html().header("X-Early", "1"));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.header("Location")).isEqualTo("/login");
        assertThat(browser.get("/sign-in?user=ada").asString()).endsWith("/for-users");
    }

    @Test
    void S34_theSessionIsNotTouchedByARedirectToTheLoginPage() {
        browser.get("/blocking/set?value=kept");
        String session = browser.cookie();

        Response without = new Browser().get("/for-users", html());
        Response with = browser.get("/for-users", html());

        assertThat(setCookies(without)).singleElement().asString().startsWith("__session-wanted=");
        assertThat(setCookies(with)).singleElement().asString().startsWith("__session-wanted=");
        assertThat(browser.cookie()).isEqualTo(session);
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("kept");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Accept: text/html;q=0, */*", "Accept: */*", "X-Requested-With: XMLHttpRequest",
            "Sec-Fetch-Mode: cors",
            "Sec-Fetch-Mode: no-cors", "Sec-Purpose: prefetch", "Purpose: prefetch" })
    void aBackgroundRequestGetsA401AndReplacesNothing(String header) {
        browser.get("/for-users?page=1", html());
        String name = header.substring(0, header.indexOf(':'));
        RequestSpecification request = name.equals("Accept") ? given() : html();

        Response response = browser.get("/for-users?page=2", request.header(name, header.substring(header.indexOf(' ') + 1)));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(setCookies(response)).isEmpty();
        assertThat(browser.get("/sign-in?user=ada").asString()).isEqualTo(baseUri() + "/for-users?page=1");
    }

    @Test
    void fetchMetadataCountsMoreThanWhatIsAccepted() {
        Response response = browser.get("/for-users?page=1",
                given().header("Sec-Fetch-Mode", "navigate").header("Sec-Fetch-Dest", "document"));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(browser.get("/sign-in?user=ada").asString()).isEqualTo(baseUri() + "/for-users?page=1");
    }

    @Test
    void aFrameIsSentToTheLoginPageAndNothingIsKept() {
        Response response = browser.get("/for-users",
                html().header("Sec-Fetch-Mode", "navigate").header("Sec-Fetch-Dest", "iframe"));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.header("Location")).isEqualTo("/login");
        assertThat(setCookies(response)).isEmpty();
    }

    @Test
    void aFormThatIsSentWithoutBeingSignedInLeadsBackToItsPage() {
        Response response = browser.send("POST", "/for-users", html().header("Referer", baseUri() + "/open?of=2026")
                .formParam("text", "lost"));

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).isEqualTo("/login");
        assertThat(browser.get("/sign-in?user=ada").asString()).isEqualTo(baseUri() + "/open?of=2026");
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://evil.example/open", "http://localhost.evil.example/open", "about:client" })
    void aFormOfAnotherSiteLeadsToNoPage(String referer) {
        Response response = browser.send("POST", "/for-users", html().header("Referer", referer).formParam("text", "lost"));

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(setCookies(response)).isEmpty();
    }

    @Test
    void theLoginPageIsNotWhereSomebodyWantedToGo() {
        browser.get("/for-users?page=1", html());

        browser.send("POST", "/for-users", html().header("Referer", baseUri() + "/login?x").formParam("text", "lost"));

        assertThat(browser.get("/sign-in?user=ada").asString()).isEqualTo(baseUri() + "/for-users?page=1");
    }

    @Test
    void aProgramThatPostsGetsA401() {
        Response response = browser.send("POST", "/for-users", html().contentType("application/json").body("{}"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(setCookies(response)).isEmpty();
    }

    @Test
    void headTakesNothing() {
        browser.get("/for-users", html());

        Response response = browser.send("HEAD", "/take-twice", given());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(setCookies(response)).isEmpty();
        assertThat(browser.get("/take-twice").asString()).isEqualTo("true true false false");
        assertThat(browser.get("/take-twice").asString()).isEqualTo("false false false false");
    }

    @Test
    void isTakenByAResponseThatFailsToo() {
        browser.get("/for-users", html());

        assertThat(browser.get("/take-and-fail").statusCode()).isEqualTo(409);

        assertThat(browser.wanted()).isNull();
    }

    @Test
    void aLoginPageKnowsWhetherSomebodyWasSentThereAlsoWhoIsSignedIn() {
        browser.get("/for-users", html());
        Response sent = browser.get("/is-wanted");
        browser.get("/blocking/set?value=x");
        String wanted = browser.wanted();
        browser.get("/sign-in?user=ada");

        assertThat(sent.asString()).isEqualTo("true");
        assertThat(setCookies(sent)).isEmpty();
        assertThat(Browser.vary(sent)).isEqualToIgnoringCase("Cookie");
        assertThat(browser.get("/is-wanted").asString()).isEqualTo("false");
        assertThat(browser.withWanted(wanted).get("/is-wanted").asString()).isEqualTo("true");
        assertThat(new Browser().get("/is-wanted").asString()).isEqualTo("false");
    }

    @Test
    void aForgedLocationIsIgnored() {
        browser.get("/for-users", html());
        char[] forged = browser.wanted().toCharArray();
        forged[forged.length / 2] ^= 1;

        for (String value : List.of(new String(forged), "x", "/for-users", "//evil.example", browser.wanted() + "A")) {
            Response response = browser.withWanted(value).get("/sign-in?user=ada");
            assertThat(response.asString()).isEqualTo("nowhere");
            assertThat(setCookies(response)).noneMatch(header -> header.startsWith("__session-wanted"));
        }
    }

    /** Whoever can set a Host header is not the user's browser; the path is the one that was asked for all the same. */
    @Test
    void theLocationIsOnTheHostOfTheRequestThatTakesIt() {
        browser.get("/for-users", html().header("Host", "evil.example"));

        assertThat(browser.get("/sign-in?user=ada").asString()).isEqualTo(baseUri() + "/for-users");
    }

    @Test
    void aReroutedRequestWantsThePageItWasReroutedTo() {
        Response response = browser.get("/route/reroute?of=2026", html());

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(browser.get("/sign-in?user=ada").asString()).isEqualTo(baseUri() + "/for-users");
    }

    private static String baseUri() {
        return RestAssured.baseURI + ":" + RestAssured.port;
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
