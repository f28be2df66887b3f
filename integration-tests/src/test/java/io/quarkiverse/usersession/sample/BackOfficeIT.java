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
}
