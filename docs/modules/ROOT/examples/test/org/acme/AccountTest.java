package org.acme;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.TestSession;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkus.test.junit.QuarkusTest;

// tag::class[]
@QuarkusTest
class AccountTest {

    @Test
    @TestSession(principal = "ada", roles = "admin") // <1>
    void adminsSeeAllAccounts() {
        given().get("/account/all").then().statusCode(200);
    }

    @Test
    @TestSession(values = { "userID=u1", "visits:=41" }) // <2>
    void visitsAreCounted() {
        assertThat(given().get("/visits").asString()).isEqualTo("42");
    }

    @Test
    void otherUsersDoNot() {
        given().cookie(TestSessions.defaultSession().signedIn("bob").cookie(Map.of())) // <3>
                .get("/account/all").then().statusCode(403);
    }
}
// end::class[]
