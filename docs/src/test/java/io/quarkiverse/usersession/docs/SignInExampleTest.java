package io.quarkiverse.usersession.docs;

import static io.quarkiverse.usersession.testing.SessionAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** The sign-in of README.md, from its form to its sign-out. */
@QuarkusTest
class SignInExampleTest {

    @Test
    void theFormIsAPage() {
        given().get("/sign-in").then().statusCode(200).contentType("text/html");
    }

    @Test
    void theRightPasswordSignsInAndLeadsHome() {
        Response response = signIn("guide");

        assertThat(response.header("Location")).endsWith("/");
        assertThat(TestSessions.open(response).principal()).contains("ada");
    }

    @Test
    void aWrongPasswordLeadsBackToTheForm() {
        Response response = signIn("open");

        assertThat(response.header("Location")).endsWith("/sign-in");
        assertThat(response).setsNoSessionCookie();
    }

    @Test
    void signingOutEndsTheSessionAndLeadsHome() {
        Response response = given().redirects().follow(false)
                .cookie(TestSessions.defaultSession().signedIn("ada", "customer").cookie(Map.of())).post("/sign-in/out");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).endsWith("/");
        assertThat(response).expiresSessionCookie();
    }

    private static Response signIn(String password) {
        return given().redirects().follow(false).formParam("name", "ada").formParam("password", password).post("/sign-in");
    }
}
