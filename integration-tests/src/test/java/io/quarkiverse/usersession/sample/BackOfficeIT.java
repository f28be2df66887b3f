package io.quarkiverse.usersession.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.TestSession;
import io.quarkus.test.junit.QuarkusIntegrationTest;

/** In the packaged application, whose secret tests must say. */
@QuarkusIntegrationTest
class BackOfficeIT {

    @Test
    @TestSession(secret = SecretOfTheTests.VALUE, principal = "Grace Hopper", roles = "admin")
    void showsTheUserAndTheProducts() {
        given().get("/back-office").then().statusCode(200).body(containsString("You are Grace Hopper"),
                containsString("Rye bread"));
    }

    @Test
    @TestSession(secret = SecretOfTheTests.VALUE, principal = "Ada Lovelace", roles = "customer")
    void isNotForOtherRoles() {
        given().get("/back-office").then().statusCode(403);
    }

    @Test
    @TestSession(secret = SecretOfTheTests.VALUE, values = { "visits:=41", "cart:={\"quantities\":{\"bread\":2}}" })
    void isNotForWhoeverHasASession() {
        given().get("/back-office").then().statusCode(401);
        given().get("/").then().body(containsString("visit number 42"), containsString("€8.40"));
    }
}
