package io.quarkiverse.usersession.classic;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What holds whatever comes before the paths of the resources. */
abstract class ClassicSignInTests {

    @Inject
    MovableClock clock;

    private final String prefix;
    private Browser browser;

    /** @param prefix of all pages, as the browser knows it without a proxy */
    ClassicSignInTests(String prefix) {
        this.prefix = prefix;
    }

    /** @param more classes of the application */
    static QuarkusUnitTest application(String prefix, Class<?>... more) {
        return new QuarkusUnitTest()
                .withApplicationRoot(
                        jar -> jar.addClasses(ClassicSignInTests.class, Pages.class, MovableClock.class).addClasses(more))
                .overrideConfigKey("quarkus.user-session.sign-in.enabled", "true")
                .overrideRuntimeConfigKey("quarkus.user-session.secret", "nQ7xVd2Kf9Lr4Tz8Wb1Ys6Hc3Jm5Pg0a")
                .overrideRuntimeConfigKey("quarkus.user-session.sign-in.login-page", prefix + "/login")
                .overrideRuntimeConfigKey("quarkus.http.auth.permission.by-path.paths", prefix + "/by-path/*")
                .overrideRuntimeConfigKey("quarkus.http.auth.permission.by-path.policy", "authenticated")
                .overrideRuntimeConfigKey("quarkus.http.proxy.proxy-address-forwarding", "true")
                .overrideRuntimeConfigKey("quarkus.http.proxy.enable-forwarded-host", "true");
    }

    @BeforeEach
    void open() {
        RestAssured.basePath = "/"; // not the root path of the application, which is in the prefix
        browser = new Browser();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/for-users", "/by-path/page" })
    void signInLeadsBackToThePage(String path) {
        String page = prefix + path + "?of=2026&q=a%20b%7Cc";
        Response asked = browser.get(page, html());
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(asked.header("Location")).isEqualTo(prefix + "/login");
        assertThat(setCookies(asked)).singleElement().asString().startsWith("__session-wanted=");
        assertThat(browser.get(prefix + "/login", html()).asString()).isEqualTo("please sign in");

        Response signedIn = browser.get(prefix + "/sign-in-and-go", html());

        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.header("Location")).isEqualTo("http://localhost:" + RestAssured.port + page);
        assertThat(browser.wanted()).isNull();
        assertThat(browser.get(page, html()).asString()).isEqualTo("ada");
    }

    /** Without a prefix of the proxy: RESTEasy Classic looks for resources with it in their path, and finds none. */
    @Test
    void signInLeadsBackBehindAProxy() {
        Response asked = browser.get(prefix + "/for-users?of=2026", forwarded());
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(asked.header("Location")).isEqualTo(prefix + "/login");

        Response signedIn = browser.get(prefix + "/sign-in-and-go", forwarded());

        assertThat(signedIn.header("Location")).isEqualTo("https://shop.example" + prefix + "/for-users?of=2026");
    }

    @Test
    void aFormLeadsBackToItsPage() {
        String page = "http://localhost:" + RestAssured.port + prefix + "/open?of=2026";
        Response asked = browser.send("POST", prefix + "/for-users",
                html().header("Referer", page).formParam("text", "lost"));
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.header("Location")).isEqualTo(prefix + "/login");

        Response signedIn = browser.get(prefix + "/sign-in-and-go", html());

        assertThat(signedIn.header("Location")).isEqualTo(page);
    }

    @Test
    void a401IsTheAnswerToAProgram() {
        Response response = browser.get(prefix + "/for-users");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(setCookies(response)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/recent", "/recent-stage" })
    void whoHasSignedInTooLongAgoSignsInAgainAndComesBack(String path) {
        assertThat(browser.get(prefix + path).statusCode()).isEqualTo(401);
        browser.get(prefix + "/sign-in-and-go");
        assertThat(browser.get(prefix + path).asString()).isEqualTo("ada");
        clock.advance(Duration.ofMinutes(11));

        assertThat(browser.get(prefix + path).statusCode()).isEqualTo(401);
        Response page = browser.get(prefix + path, html());

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.header("Location")).isEqualTo(prefix + "/login");
        assertThat(browser.get(prefix + "/for-users").asString()).isEqualTo("ada");
        assertThat(browser.get(prefix + "/sign-in-and-go").header("Location")).endsWith(prefix + path);
        assertThat(browser.get(prefix + path).asString()).isEqualTo("ada");
    }

    private static RequestSpecification html() {
        return given().urlEncodingEnabled(false).header("Accept",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    }

    private static RequestSpecification forwarded() {
        return html().header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "shop.example");
    }
}
