package io.quarkiverse.usersession.testing;

import static io.quarkiverse.usersession.testing.SessionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.restassured.http.Cookie;
import io.restassured.response.Response;

class SessionAssertionsTest {

    private static final Response NONE = Responses.setting("other=1", "__session2=x");
    private static final Response SET = Responses.setting("__session=value-of-the-cookie; Max-Age=60; Path=/");
    private static final Response EXPIRED = Responses.setting("__session=; Max-Age=0; Path=/");

    @Test
    void eachAssertionHoldsForItsOwnKindOfResponse() {
        assertThat(NONE).setsNoSessionCookie();
        assertThat(SET).setsSessionCookie();
        assertThat(EXPIRED).expiresSessionCookie();
    }

    @Test
    void eachAssertionFailsForTheOthersAndDoesNotTellTheValue() {
        assertThat(failure(() -> assertThat(SET).setsNoSessionCookie())).isEqualTo(
                "Expected the response (status 200) to set no session cookie '__session', but it sets it");
        assertThat(failure(() -> assertThat(EXPIRED).setsNoSessionCookie())).isEqualTo(
                "Expected the response (status 200) to set no session cookie '__session', but it expires it");
        assertThat(failure(() -> assertThat(NONE).setsSessionCookie())).isEqualTo(
                "Expected the response (status 200) to set the session cookie '__session', but it neither sets nor expires it");
        assertThat(failure(() -> assertThat(EXPIRED).setsSessionCookie())).endsWith("but it expires it");
        assertThat(failure(() -> assertThat(NONE).expiresSessionCookie())).isEqualTo("Expected the response (status 200) to"
                + " expire the session cookie '__session', but it neither sets nor expires it");
        assertThat(failure(() -> assertThat(SET).expiresSessionCookie())).endsWith("but it sets it");
    }

    @Test
    void theLastCookieCountsAsInABrowser() {
        assertThat(Responses.setting("__session=value", "__session=; Max-Age=0")).expiresSessionCookie();
        assertThat(Responses.setting("__session=; Max-Age=0", "__session=value")).setsSessionCookie();
    }

    @Test
    void aCookieOfAnotherPathOrDomainTakesNoOthersPlace() {
        String set = "__session=value; Max-Age=60; path=/shop";
        String expiredThere = "__session=; Max-Age=0; Path=/shop";
        String expiredElsewhere = "__session=; Max-Age=0; Path=/";
        String expiredForAllHosts = "__session=; Max-Age=0; Path=/shop; Domain=example.com";

        assertThat(Responses.setting(set, expiredElsewhere, expiredForAllHosts)).setsSessionCookie();
        assertThat(Responses.setting(expiredElsewhere, set)).setsSessionCookie();
        assertThat(Responses.setting(set, expiredElsewhere, expiredThere)).expiresSessionCookie();
    }

    @Test
    void anotherSessionHasAnotherCookie() {
        Response response = Responses.setting("__onboarding=value; Max-Age=60");

        assertThat(response).setsNoSessionCookie();
        assertThat(response, TestSessions.named("onboarding")).setsSessionCookie();
        assertThat(response, TestSessions.defaultSession().cookieName("sid")).setsNoSessionCookie();
    }

    @Test
    void noResponseFails() {
        assertThat(failure(() -> assertThat((Response) null).setsNoSessionCookie())).contains("not to be null");
    }

    @Test
    void onlyAnApplicationKnowsAboutSignIns() {
        try (RunningWith configuration = new RunningWith(Map.of("secret", "nQ7xVd2Kf9Lr4Tz8Wb1Ys6Hc3Jm5Pg0a"))) {
            Cookie nobody = TestSessions.cookie(Map.of());
            Cookie ada = TestSessions.defaultSession().signedIn("ada").cookie(Map.of());
            Cookie expired = TestSessions.defaultSession().signedIn("ada").issuedAgo(Duration.ofDays(365)).cookie(Map.of());

            assertThat(failure(() -> assertThat(nobody).hasEndedSignIn())).isEqualTo("Expected a sign-in of the session cookie"
                    + " '__session' that has ended, but it is none: nobody is signed in to this session");
            assertThat(failure(() -> assertThat(expired).hasEndedSignIn())).isEqualTo("Expected a sign-in of the session cookie"
                    + " '__session' that has ended, but it is one of a session that has expired");
            assertThat(failure(() -> assertThat(new Cookie.Builder("kept", ada.getValue()).build()).hasActiveSignIn()))
                    .isEqualTo("Expected a session cookie '__session', but it is 'kept'");
            assertThatIllegalStateException().isThrownBy(() -> assertThat(ada).hasActiveSignIn())
                    .withMessage("No application with sessions runs in this JVM");
            assertThatIllegalStateException().isThrownBy(() -> TestSessions.endSignIn(ada))
                    .withMessage("No application with a sign-in store runs in this JVM: a @QuarkusTest of an application"
                            + " without one can have one with quarkus.arc.selected-alternatives="
                            + "io.quarkiverse.usersession.testing.InMemorySignIns");
            assertThatIllegalArgumentException().isThrownBy(() -> TestSessions.endSignIn(nobody))
                    .withMessage("Nobody is signed in to the session of this cookie");
        }
    }

    @Test
    void noCookieFails() {
        assertThat(failure(() -> assertThat((Cookie) null).hasActiveSignIn())).contains("not to be null");
    }

    private static String failure(Runnable assertion) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(AssertionError.class, assertion::run).getMessage();
    }
}
