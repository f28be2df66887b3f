package io.quarkiverse.usersession.compatibility;

import static io.quarkiverse.usersession.compatibility.SessionChecks.assertColour;
import static io.quarkiverse.usersession.compatibility.SessionChecks.browserWith;
import static io.quarkiverse.usersession.compatibility.SessionChecks.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import io.quarkiverse.usersession.testsupport.Browser;
import io.restassured.response.Response;

/** Sign-in, alone and beside other extensions that authenticate. */
final class SecurityChecks {

    private SecurityChecks() {
    }

    static Stream<Check> all() {
        return Stream.of(
                new Check("security", "a session signs a user in", SecurityChecks::signsIn),
                new Check("security", "nobody else gets in", SecurityChecks::letsNobodyElseIn),
                new Check("security", "a sign-out ends it", SecurityChecks::signsOut),
                new Check("oidc", "without a tenant, it leaves users to the session", SecurityChecks::signsIn),
                new Check("oidc", "a bearer token gets nobody in", SecurityChecks::refusesBearerTokens),
                new Check("security-jpa", "an account of the database gets in, and has a session",
                        SecurityChecks::signsInAccounts),
                new Check("security-jpa", "it leaves other users to the session", SecurityChecks::signsIn));
    }

    private static Browser signedIn() {
        Browser browser = browserWith("green");
        send(browser, "/sign-in", "ada");
        return browser;
    }

    private static void signsIn() {
        Browser browser = signedIn();

        assertThat(browser.get("/for-users").asString()).isEqualTo("ada");
        assertThat(browser.get("/for-readers").asString()).isEqualTo("ada");
        assertThat(browser.get("/for-recent").asString()).isEqualTo("ada");
        assertColour(browser, "green");
    }

    private static void letsNobodyElseIn() {
        assertThat(browserWith("green").get("/for-users").statusCode()).isEqualTo(401);
        assertThat(signedIn().get("/for-writers").statusCode()).isEqualTo(403);
    }

    private static void signsOut() {
        Browser browser = signedIn();
        send(browser, "/sign-out", "");

        assertThat(browser.get("/for-users").statusCode()).isEqualTo(401);
    }

    private static void refusesBearerTokens() {
        Response response = browserWith("green").get("/for-users", given().header("Authorization", "Bearer not-a-token"));

        assertThat(response.statusCode()).isEqualTo(401);
    }

    private static void signsInAccounts() {
        Browser browser = browserWith("green");

        assertThat(browser.get("/for-readers", given().auth().preemptive().basic("grace", "a password of a test")).asString())
                .isEqualTo("grace");
        assertThat(browser.get("/for-readers", given().auth().preemptive().basic("grace", "another")).statusCode())
                .isEqualTo(401);
        assertColour(browser, "green");
    }
}
