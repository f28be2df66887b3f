package io.quarkiverse.usersession.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.acme.OwnData;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkus.security.Authenticated;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;

@QuarkusTest
class OwnDataTest {

    @Path("/own-data")
    @Authenticated
    public static class Notes {

        @Inject
        OwnData own;

        @POST
        public void write(String note) {
            own.session().set("note", note);
        }

        @GET
        public String read() {
            return own.session().get("note").orElse("nothing");
        }
    }

    @Test
    void aUserSeesTheirOwnDataAgain() {
        Response written = given().cookie(sessionOf("ada", Map.of())).body("buy tea").post("/own-data");

        Map<String, Object> data = TestSessions.open(written).data();
        assertThat(given().cookie(sessionOf("ada", data)).get("/own-data").asString()).isEqualTo("buy tea");
    }

    @Test
    void theNextUserOfTheBrowserDoesNot() {
        Cookie session = sessionOf("bob", Map.of("owner", "ada", "note", "buy tea"));

        Response response = given().cookie(session).get("/own-data");

        assertThat(response.asString()).isEqualTo("nothing");
        assertThat(TestSessions.open(response).data()).isEqualTo(Map.of("owner", "bob"));
    }

    private static Cookie sessionOf(String user, Map<String, Object> data) {
        return TestSessions.defaultSession().signedIn(user).cookie(data);
    }
}
