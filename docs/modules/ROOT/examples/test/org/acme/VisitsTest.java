package org.acme;

import static io.quarkiverse.usersession.testing.SessionAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.SessionCookies;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

// tag::class[]
@QuarkusTest
class VisitsTest {

    @Test
    void visitsAreCounted() {
        Response response = given().cookie(TestSessions.cookie(Map.of("userID", "u1", "visits", 41))).get("/visits"); // <1>

        assertThat(response.asString()).isEqualTo("42");
        assertThat(TestSessions.open(response).data()).containsEntry("visits", 42); // <2>
    }
    // end::class[]

    // tag::expired[]
    @Test
    void aSessionOfTheYearBeforeLastIsNone() {
        SessionCookies old = TestSessions.defaultSession().issuedAgo(Duration.ofDays(366));

        Response response = given().cookie(old.cookie(Map.of("userID", "u1"))).get("/");

        assertThat(response.asString()).isEqualTo("Hello stranger");
        assertThat(response).expiresSessionCookie();
    }
    // end::expired[]

    // tag::untouched[]
    @Test
    void greetingsSetNoCookie() {
        assertThat(given().get("/")).setsNoSessionCookie();
    }
    // end::untouched[]

    // tag::flash[]
    @Test
    void theMessageIsShownOnce() {
        Response first = given().cookie(TestSessions.defaultSession().flash("message", "Saved").cookie(Map.of("userID", "u1")))
                .get("/profile");

        assertThat(first.asString()).isEqualTo("Saved");
        assertThat(TestSessions.open(first).flashKeys()).isEmpty();
    }
    // end::flash[]

    // tag::named[]
    @Test
    void finishingEndsTheOnboarding() {
        SessionCookies onboarding = TestSessions.named("onboarding");

        Response response = given().cookie(onboarding.cookie(Map.of("step", 3))).post("/onboarding/finish");

        assertThat(response, onboarding).expiresSessionCookie();
    }
    // end::named[]

    // tag::class[]
}
// end::class[]
