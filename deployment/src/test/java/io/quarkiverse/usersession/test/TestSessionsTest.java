package io.quarkiverse.usersession.test;

import static io.quarkiverse.usersession.testing.SessionAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.testing.OpenedSession;
import io.quarkiverse.usersession.testing.SessionCookies;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

/** The cookies that tests make go by the secret, the names, the lifetimes and the clock of the application. */
class TestSessionsTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Endpoints.class, TestClock.class))
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.name", "sid")
            .overrideRuntimeConfigKey("quarkus.user-session.max-age", "30M")
            .overrideRuntimeConfigKey("quarkus.user-session.absolute-timeout", "2H")
            .overrideRuntimeConfigKey("quarkus.user-session.onboarding.secret", "gT5wXc8Zr1Lk4Vb7Nq0Md3Hj6Fs9Pa2Ye");

    @Inject
    TestClock clock;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void theApplicationTakesTheCookieForOneOfItsOwnAndItsAnswerCanBeRead() {
        clock.advance(Duration.ofDays(7));
        Response response = visit(TestSessions.defaultSession().createdAgo(Duration.ofHours(1)));

        assertThat(response.asString()).isEqualTo("visit 42");
        OpenedSession session = TestSessions.open(response);
        assertThat(session.data()).isEqualTo(Map.of("visits", 42));
        assertThat(session.createdAt()).isEqualTo(clock.instant().minus(Duration.ofHours(1)));
        assertThat(session.issuedAt()).isEqualTo(clock.instant());
        assertThat(session.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
    }

    @Test
    void aSessionExpiresInTheSecondThatTheTestSays() {
        SessionCookies sessions = TestSessions.defaultSession();

        assertThat(visit(sessions.issuedAgo(Duration.ofSeconds(30 * 60 - 1))).asString()).isEqualTo("visit 42");
        assertThat(visit(sessions.issuedAgo(Duration.ofMinutes(30))).asString()).isEqualTo("visit 1");
        assertThat(visit(sessions.maxAge(Duration.ofMinutes(1)).issuedAgo(Duration.ofSeconds(59))).asString())
                .isEqualTo("visit 42");
        assertThat(visit(sessions.maxAge(Duration.ofMinutes(1)).issuedAgo(Duration.ofMinutes(1))).asString())
                .isEqualTo("visit 1");
        assertThat(visit(sessions.createdAgo(Duration.ofHours(2))).asString()).isEqualTo("visit 1");
    }

    @Test
    void aNamedSessionHasACookieAndASecretOfItsOwn() {
        SessionCookies onboarding = TestSessions.named("onboarding");

        Response response = given().cookie(onboarding.flash("message", "Welcome!").cookie(Map.of())).get("/message");

        assertThat(response.asString()).isEqualTo("Welcome!");
        assertThat(response).setsNoSessionCookie();
        assertThat(response, onboarding).setsSessionCookie();
        assertThat(onboarding.open(response).data()).isEmpty();
    }

    @Test
    void aSessionThatTheApplicationDoesNotHaveIsRefusedWithTheNamesOfThoseItHas() {
        assertThatIllegalArgumentException().isThrownBy(() -> TestSessions.named("nosuch"))
                .withMessage("The application has no session \"nosuch\": its named ones are onboarding. A session is there when"
                        + " something injects it with @SessionName");
    }

    private static Response visit(SessionCookies cookies) {
        return given().cookie(cookies.cookie(Map.of("visits", 41))).get("/visit");
    }

    @Path("/")
    public static class Endpoints {

        @Inject
        UserSession session;

        @Inject
        @SessionName("onboarding")
        UserSession onboarding;

        @GET
        @Path("visit")
        public String visit() {
            int visits = session.get("visits", Integer.class).orElse(0) + 1;
            session.set("visits", visits);
            return "visit " + visits;
        }

        @GET
        @Path("message")
        public String message() {
            return onboarding.get("message").orElse("none");
        }
    }
}
