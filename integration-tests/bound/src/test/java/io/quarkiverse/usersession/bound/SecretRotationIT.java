package io.quarkiverse.usersession.bound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.BoundBrowser;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** A new secret for the packaged application, or the native executable. */
class SecretRotationIT {

    private final Rotation application = new Rotation(Map.of("QUARKUS_USER_SESSION_COOKIE_SECURE", "always"));
    private final BoundBrowser browser = new BoundBrowser();

    @AfterEach
    void stop() {
        application.close();
        RestAssured.reset();
    }

    @Test
    void aBoundSignInMovesToTheNewSecret() throws Exception {
        application.oldSecret();
        RestAssured.port = application.process().port();
        browser.send("POST", "/api/login?name=ada", given());
        assertThat(browser.get("/api/user").asString()).isEqualTo("ada");
        String former = browser.sessionIdentifier();

        application.newSecretAndTheOldOneAccepted();
        RestAssured.port = application.process().port();
        assertThat(browser.get("/api/user").asString()).as("with a proof of the old secret").isEqualTo("ada");
        Response moved = browser.dropProof().refresh();

        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(moved.asString()).contains("\"continue\":false", "\"session_identifier\":\"" + former + "\"");
        assertThat(moved.header("Secure-Session-Registration")).startsWith("(ES256);path=\"/device-bound/register\"");
        assertThat(moved.headers().getValues("Set-Cookie")).singleElement().asString().startsWith("__session-proof=");
        assertThat(browser.isRegistered()).isTrue();
        assertThat(browser.sessionIdentifier()).isNotEqualTo(former);
        assertThat(browser.get("/api/user").asString()).isEqualTo("ada");

        application.newSecret();
        RestAssured.port = application.process().port();
        assertThat(browser.dropProof().get("/api/user").asString()).isEqualTo("ada");
        assertThat(given().header("Cookie", browser.cookiesWithoutProof()).get("/api/user").statusCode()).isEqualTo(401);
        assertThat(given().header("Cookie", browser.cookies()).header("Sec-Secure-Session-Id", former)
                .post("/device-bound/refresh").headers().getValues("Set-Cookie")).isEmpty();
    }
}
