package io.quarkiverse.usersession.bound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.BoundBrowser;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(BoundTest.Secure.class)
class BoundTest {

    @Test
    void aBoundSignInIsOfNoUseElsewhere() {
        BoundBrowser browser = new BoundBrowser();
        browser.send("POST", "/api/login?name=ada", given());
        assertThat(browser.get("/api/user").asString()).isEqualTo("ada");

        assertThat(given().header("Cookie", browser.cookiesWithoutProof()).get("/api/user").statusCode()).isEqualTo(401);
        assertThat(browser.dropProof().get("/api/user").asString()).isEqualTo("ada");
    }

    @Test
    void aSignOutEndsIt() {
        BoundBrowser browser = new BoundBrowser();
        browser.send("POST", "/api/login?name=ada", given());
        browser.get("/api/user");

        browser.send("POST", "/api/logout", given());

        assertThat(browser.refresh().asString()).contains("\"continue\":false");
        assertThat(browser.get("/api/user").statusCode()).isEqualTo(401);
    }

    /** Tests have no TLS. */
    public static class Secure implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.user-session.cookie.secure", "always",
                    "quarkus.user-session.secret", "qR4vWn8Kz2Tx6Lc1Yd9Hf3Bm7Js5Gp0Ea");
        }
    }
}
