package org.acme;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.BoundBrowser;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

// tag::bound[]
@QuarkusTest
@TestProfile(BoundSignInTest.Secure.class)
class BoundSignInTest {

    @Test
    void aStolenCookieIsWorthNothing() {
        BoundBrowser browser = new BoundBrowser();
        browser.send("POST", "/account/login", given().formParam("name", "ada").formParam("password", "guide"));
        assertThat(browser.get("/account").asString()).isEqualTo("Account of ada");

        String stolen = browser.cookiesWithoutProof();
        given().header("Cookie", stolen).get("/account").then().statusCode(401);

        browser.dropProof(); // as ten minutes later: the browser gets another one
        assertThat(browser.get("/account").asString()).isEqualTo("Account of ada");
    }

    public static class Secure implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.user-session.cookie.secure", "always");
        }
    }
}
// end::bound[]
