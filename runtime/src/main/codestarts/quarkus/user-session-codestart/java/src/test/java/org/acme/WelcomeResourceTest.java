package org.acme;

import static io.restassured.RestAssured.given;
import static org.hamcrest.CoreMatchers.is;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class WelcomeResourceTest {

    @Test
    void remembersTheName() {
        String cookie = given().contentType("text/plain").body("Ada")
                .when().put("/welcome")
                .then().statusCode(200)
                .extract().cookie("__session");

        given().cookie("__session", cookie)
                .when().get("/welcome")
                .then().statusCode(200).body(is("Welcome, Ada"));
    }

    @Test
    void doesNotKnowOtherVisitors() {
        given()
                .when().get("/welcome")
                .then().statusCode(200).body(is("Welcome, stranger"));
    }
}
