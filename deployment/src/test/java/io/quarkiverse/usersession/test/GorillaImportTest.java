package io.quarkiverse.usersession.test;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

/** KongFlow's users, whose cookie has the name of ours and not its path and domain. */
class GorillaImportTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.withEndpoints()
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.path", "/blocking")
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.domain", "shop.org")
            .overrideRuntimeConfigKey("quarkus.user-session.absolute-timeout", "60D")
            .overrideRuntimeConfigKey("quarkus.user-session.import.format", "gorilla")
            .overrideRuntimeConfigKey("quarkus.user-session.import.secrets", "abcdef1234")
            .overrideRuntimeConfigKey("quarkus.user-session.import.until", "2027-12-31")
            .overrideRuntimeConfigKey("quarkus.user-session.import.keys.\"username\"", "user")
            .overrideRuntimeConfigKey("quarkus.user-session.import.keys.\"userID\"", "id");

    // written by KongFlow on 2026-11-24 at 00:13:57 UTC: userID=user-123, username=john_doe
    private static final String COOKIE = "__session=MTc5NTQ3OTIzN3xEdi1CQkFFQ180SUFBUkFCRUFBQVR2LUNBQUlHYzNSeWFXNW5EQW9BQ0hW"
            + "elpYSnVZVzFsQm5OMGNtbHVad3dLQUFocWIyaHVYMlJ2WlFaemRISnBibWNNQ0FBR2RYTmxja2xFQm5OMGNtbHVad3dLQUFoMWMyVnlMVEV5"
            + "TXc9PXwZgCzF4noFNPYQrzROtBL5IIlkMfdNWpW24ntitMuAvg==";
    private static final Duration WRITTEN = Duration.ofSeconds(1_795_479_237L - 1_767_225_600L);
    private static final String ATTRIBUTES = "; Path=/blocking; Domain=shop.org; HttpOnly; SameSite=Lax";
    private static final String OLD_EXPIRED = "__session=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; HttpOnly;"
            + " SameSite=Lax";

    @Inject
    TestClock clock;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void theUserStaysSignedInAndTheOldCookieGoesWithItsOwnAttributes() {
        clock.advance(WRITTEN);

        Response response = given().header("Cookie", COOKIE).get("/blocking/data");

        assertThat(response.asString()).isEqualTo("{id=user-123, user=john_doe}");
        assertThat(setCookies(response)).hasSize(2)
                .anyMatch(cookie -> cookie.matches("__session=[\\w-]+; Max-Age=5184000" + ATTRIBUTES)).contains(OLD_EXPIRED);
    }

    @Test
    void S18_importingDoesNotRestartTheAbsoluteTimeout() {
        clock.advance(WRITTEN.plusDays(10));

        assertThat(setCookies(given().header("Cookie", COOKIE).get("/blocking/data")))
                .anyMatch(
                        cookie -> cookie.matches("__session=[\\w-]+; Max-Age=" + Duration.ofDays(50).toSeconds() + ATTRIBUTES));
    }

    @Test
    void aLogoutExpiresBothCookies() {
        clock.advance(WRITTEN);

        assertThat(setCookies(given().header("Cookie", COOKIE).get("/blocking/destroy"))).containsExactlyInAnyOrderElementsOf(
                List.of("__session=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT" + ATTRIBUTES, OLD_EXPIRED));
    }

    @Test
    void aCookieLivesFor30Days() {
        clock.advance(WRITTEN.plusDays(30));
        assertThat(given().header("Cookie", COOKIE).get("/blocking/data").asString()).contains("john_doe");

        clock.advance(Duration.ofSeconds(1));

        assertThat(given().header("Cookie", COOKIE).get("/blocking/data").asString()).isEqualTo("{}");
    }
}
