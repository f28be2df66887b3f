package io.quarkiverse.usersession.test.signin;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** The path of a Jakarta REST application comes before those of its resources, not before those of routes and servlets. */
class SignInBelowAnApplicationPathTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = SignInApplication.with(Api.class)
            .overrideConfigKey("quarkus.http.root-path", "/base")
            .overrideRuntimeConfigKey("quarkus.user-session.sign-in.login-page", "/base/api/login");

    private Browser browser;

    @BeforeEach
    void open() {
        RestAssured.basePath = "/"; // not the root path of the application, which is in the paths of this test
        browser = new Browser();
    }

    @ParameterizedTest
    @CsvSource({ "/base/api/for-users, /base/api/sign-in-and-go", "/base/api/for-users, /base/route/sign-in-and-go",
            "/base/api/for-users, /base/servlet/sign-in-and-go", "/base/route/for-users, /base/api/sign-in-and-go" })
    void signInLeadsBack(String page, String signIn) {
        Response asked = browser.get(page + "?of=2026&q=a%20b", SignInTests.html());
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(asked.header("Location")).isEqualTo("/base/api/login");
        assertThat(setCookies(asked)).singleElement().asString().startsWith("__session-wanted=");

        Response signedIn = browser.get(signIn);

        assertThat(signedIn.header("Location"))
                .isEqualTo("http://localhost:" + RestAssured.port + page + "?of=2026&q=a%20b");
        assertThat(browser.wanted()).isNull();
        assertThat(browser.get(page + "?of=2026&q=a%20b").asString()).startsWith("ada ");
    }

    @ApplicationPath("/api")
    public static class Api extends Application {
    }
}
