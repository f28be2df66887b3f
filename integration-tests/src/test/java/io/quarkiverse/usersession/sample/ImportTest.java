package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.SessionCookies;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** The visitors of a shop that was written with Remix stay signed in when it moves here. */
@QuarkusTest
@TestProfile(ImportTest.FromRemix.class)
class ImportTest {

    // {"user":"Grace Hopper"}, signed with "abcdef1234"
    private static final String REMIX_COOKIE = "eyJ1c2VyIjoiR3JhY2UgSG9wcGVyIn0%3D.rE2KwHBYd13iR5as9nkqGHn59rztl%2FkqBYpoWc5yme8";

    public static class FromRemix implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.user-session.import.format", "remix",
                    "quarkus.user-session.import.secrets", "abcdef1234",
                    "quarkus.user-session.import.until", "2099-12-31",
                    "quarkus.user-session.import.keys.\"user\"", "userName");
        }
    }

    /** The session cookies of the shop under test. */
    SessionCookies sessions() {
        return TestSessions.defaultSession();
    }

    @Test
    void aCookieOfRemixSignsTheVisitorInAndBecomesOursInTheSameResponse() {
        Browser browser = new Browser().with(REMIX_COOKIE);

        Response response = browser.get("/");

        assertThat(response.asString()).contains("Signed in as Grace Hopper");
        assertThat(response.getHeader("Set-Cookie"))
                .matches("__session=[\\w-]+; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax");
        assertThat(sessions().open(response).data()).isEqualTo(Map.of("visits", 1));
        assertThat(sessions().open(response).principal()).contains("Grace Hopper");
        assertThat(browser.get("/").asString()).contains("Signed in as Grace Hopper", "visit number 2");
    }

    @Test
    void aCookieOfOursIsNotTakenForOneOfRemix() {
        Browser browser = new Browser().with(sessions().signedIn("Ada Lovelace").cookie(Map.of("visits", 41)).getValue());

        assertThat(browser.get("/").asString()).contains("Signed in as Ada Lovelace", "visit number 42");
    }
}
