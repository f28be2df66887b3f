package org.acme;

import static io.quarkiverse.usersession.testing.SessionAssertions.assertThat;
import static io.restassured.RestAssured.given;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.SessionCookies;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;

@QuarkusTest
class DevicesTest {

    // tag::ended[]
    @Test
    void aLostLaptopIsSignedOut() {
        Cookie laptop = TestSessions.defaultSession().signedIn("ada").cookie(Map.of());
        given().cookie(laptop).get("/account").then().statusCode(200);

        TestSessions.endSignIn(laptop); // <1>

        given().cookie(laptop).get("/account").then().statusCode(401); // <2>
        assertThat(laptop).hasEndedSignIn();
    }
    // end::ended[]

    // tag::signed-out[]
    @Test
    void signingOutEndsTheSignInOfThisDeviceOnly() {
        SessionCookies ada = TestSessions.defaultSession();
        Cookie phone = ada.signedIn("ada").cookie(Map.of());
        Cookie laptop = ada.signedIn("ada").cookie(Map.of());

        given().redirects().follow(false).cookie(phone).post("/account/logout");

        assertThat(phone).hasEndedSignIn();
        assertThat(laptop).hasActiveSignIn(); // <1>
    }
    // end::signed-out[]
}
