package org.acme;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.SessionCookies;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PasswordTest {

    // tag::recent[]
    private final SessionCookies ada = TestSessions.defaultSession().signedIn("ada");

    @Test
    void thePasswordIsChangedWithinTenMinutesOfTheSignIn() {
        given().redirects().follow(false).cookie(ada.issuedAgo(Duration.ofMinutes(9)).cookie(Map.of())) // <1>
                .formParam("password", "new").post("/account/password").then().statusCode(303);
    }

    @Test
    void afterThatUsersSignInAgain() {
        given().cookie(ada.issuedAgo(Duration.ofMinutes(11)).cookie(Map.of()))
                .formParam("password", "new").post("/account/password").then().statusCode(401);
    }
    // end::recent[]
}
