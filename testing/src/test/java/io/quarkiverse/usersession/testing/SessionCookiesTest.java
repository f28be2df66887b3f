package io.quarkiverse.usersession.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.SessionValueException;
import io.restassured.http.Cookie;
import io.restassured.response.Response;

class SessionCookiesTest {

    private static final String SECRET = "Vt3Lq8Xz1Nw6Kc9Rb4Yf7Hd2Jm5Gs0PaEu";
    private static final String OTHER_SECRET = "Qm9Tx4Wd7Zk2Ls5Vb8Nc1Hf6Jr3Gp0YaEi";

    private static final SessionCookies SESSIONS = TestSessions.withSecret(SECRET);

    @Test
    void aMintedSessionIsOpenedWithItsData() {
        UUID uuid = UUID.randomUUID();

        OpenedSession session = opened(SESSIONS, Map.of("userID", "u1", "visits", 41L, "uuid", uuid, "!x", List.of(1, 2)));

        assertThat(session.data()).containsExactlyInAnyOrderEntriesOf(
                Map.of("userID", "u1", "visits", 41, "uuid", uuid.toString(), "!x", List.of(1, 2)));
        assertThat(session.flashKeys()).isEmpty();
    }

    @Test
    void aCookieHasTheDefaultNameAndNoAttributes() {
        assertThat(SESSIONS.cookie(Map.of()).toString()).matches("__session=[\\w-]+");
    }

    @Test
    void eachCookieIsASessionOfItsOwn() {
        String id = opened(SESSIONS, Map.of()).id();

        assertThat(id).matches("[\\w-]{16}").isNotEqualTo(opened(SESSIONS, Map.of()).id());
    }

    @Test
    void flashValuesAreMarked() {
        OpenedSession session = opened(SESSIONS.flash("message", "Welcome!").flash("userID", "hidden"),
                Map.of("userID", "u1"));

        assertThat(session.data()).containsExactlyInAnyOrderEntriesOf(Map.of("userID", "u1", "message", "Welcome!"));
        assertThat(session.flashKeys()).containsExactly("message", "userID");
    }

    @Test
    void aNewSessionLivesAsLongAsIsConfiguredFromNow() {
        OpenedSession session = opened(SESSIONS, Map.of());

        assertThat(session.createdAt()).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
        assertThat(session.issuedAt()).isEqualTo(session.createdAt());
        assertThat(session.maxAge()).isEqualTo(Duration.ofDays(365));
        assertThat(session.expiresAt()).isEqualTo(session.createdAt().plus(Duration.ofDays(365)));
    }

    @Test
    void ageAndLifetimeAreAsTheTestSays() {
        OpenedSession session = opened(SESSIONS.createdAgo(Duration.ofDays(3)).issuedAgo(Duration.ofHours(2))
                .maxAge(Duration.ofHours(1)), Map.of());

        assertThat(session.createdAt()).isCloseTo(Instant.now().minus(Duration.ofDays(3)), within(5, ChronoUnit.MINUTES));
        assertThat(session.issuedAt()).isEqualTo(session.createdAt().plus(Duration.ofHours(70)));
        assertThat(session.maxAge()).isEqualTo(Duration.ofHours(1));
        assertThat(session.expiresAt()).isEqualTo(session.issuedAt().plus(Duration.ofHours(1)));
    }

    @Test
    void aSessionIsCreatedWhenItsCookieIsIssuedUnlessTheTestSaysOtherwise() {
        OpenedSession session = opened(SESSIONS.issuedAgo(Duration.ofHours(2)), Map.of());

        assertThat(session.createdAt()).isEqualTo(session.issuedAt())
                .isCloseTo(Instant.now().minus(Duration.ofHours(2)), within(5, ChronoUnit.MINUTES));
    }

    @Test
    void agesThatNoSessionCanHaveAreRefused() {
        SessionCookies createdTooLate = SESSIONS.createdAgo(Duration.ofHours(1)).issuedAgo(Duration.ofHours(2));
        assertThatIllegalArgumentException().isThrownBy(() -> createdTooLate.cookie(Map.of()))
                .withMessageContaining("createdAgo must be at least as long as issuedAgo");
        SessionCookies beforeAllTime = SESSIONS.createdAgo(Duration.ofDays(100_000));
        assertThatIllegalArgumentException().isThrownBy(() -> beforeAllTime.cookie(Map.of()))
                .withMessageContaining("createdAgo is a time that a cookie can't hold");
        assertThatIllegalArgumentException().isThrownBy(() -> SESSIONS.maxAge(Duration.ofMillis(999)))
                .withMessageContaining("maxAge must be between one second and 4294967295 seconds");
    }

    @Test
    void aNamedSessionHasACookieOfItsOwn() {
        SessionCookies onboarding = SESSIONS.named("onboarding");
        Cookie cookie = onboarding.cookie(Map.of("step", 2));

        assertThat(cookie.getName()).isEqualTo("__onboarding");
        assertThat(onboarding.open(cookie.getValue()).data()).isEqualTo(Map.of("step", 2));
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> SESSIONS.open(cookie.getValue()))
                .withMessage("The session cookie '__session' can't be opened: it is not a cookie of this extension, is damaged,"
                        + " or belongs to a session with another cookie name");
    }

    @Test
    void theNameOfTheCookieIsAsTheTestSays() {
        Cookie cookie = SESSIONS.cookieName("__Host-sid").cookie(Map.of("userID", "u1"));

        assertThat(cookie.getName()).isEqualTo("__Host-sid");
        assertThat(SESSIONS.cookieName("__Host-sid").open(cookie.getValue()).data()).containsEntry("userID", "u1");
    }

    @Test
    void theConfigurationOfTheApplicationCounts() {
        try (RunningWith application = new RunningWith(Map.of("secret", SECRET, "max-age", "2H", "cookie.name", "sid",
                "onboarding.secret", OTHER_SECRET, "onboarding.absolute-timeout", "1H"))) {
            Cookie cookie = TestSessions.cookie(Map.of("userID", "u1"));
            assertThat(cookie.getName()).isEqualTo("sid");
            assertThat(TestSessions.open(cookie.getValue()).maxAge()).isEqualTo(Duration.ofHours(2));
            assertThat(SESSIONS.open(cookie.getValue()).data()).isEqualTo(Map.of("userID", "u1"));

            Cookie named = TestSessions.named("onboarding").cookie(Map.of());
            assertThat(named.getName()).isEqualTo("__onboarding");
            OpenedSession onboarding = TestSessions.named("onboarding").withSecret(OTHER_SECRET).open(named.getValue());
            assertThat(onboarding.expiresAt()).isEqualTo(onboarding.createdAt().plus(Duration.ofHours(1)));
        }
    }

    @Test
    void anAcceptedSecretOfTheApplicationOpensToo() {
        String value = SESSIONS.cookie(Map.of("userID", "u1")).getValue();
        try (RunningWith application = new RunningWith(Map.of("secret", OTHER_SECRET, "accepted-secrets", SECRET))) {
            assertThat(TestSessions.open(value).data()).containsEntry("userID", "u1");
        }
    }

    @Test
    void withoutAnApplicationTheSecretMustBeGiven() {
        assertThatIllegalStateException().isThrownBy(() -> TestSessions.named("onboarding").cookie(Map.of()))
                .withMessage("The secret of the session cookie '__onboarding' is not known because no application with sessions"
                        + " runs in this JVM: start with TestSessions.withSecret(...) and pass the secret of the application"
                        + " under test");
    }

    @Test
    void emptyNamesAndSecretsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TestSessions.withSecret(""))
                .withMessage("The secret of a session can't be empty");
        assertThatIllegalArgumentException().isThrownBy(() -> TestSessions.named(""))
                .withMessage("The name of a session can't be empty");
        assertThatIllegalArgumentException().isThrownBy(() -> SESSIONS.cookieName(""))
                .withMessage("The name of a cookie can't be empty");
    }

    @Test
    void valuesThatTheApplicationCouldNotStoreAreRefused() {
        assertThatExceptionOfType(SessionValueException.class).isThrownBy(() -> SESSIONS.cookie(Map.of("user", new Object())))
                .withMessageStartingWith("Session 'default', key 'user': a java.lang.Object can't be stored");
        Map<String, String> withNull = Collections.singletonMap("user", null);
        assertThatExceptionOfType(SessionValueException.class).isThrownBy(() -> SESSIONS.cookie(withNull))
                .withMessageStartingWith("Session 'default', key 'user': null can't be stored");
        SessionCookies flash = SESSIONS.flash("message", new Object());
        assertThatExceptionOfType(SessionValueException.class).isThrownBy(() -> flash.cookie(Map.of()))
                .withMessageContaining("key 'message'");
        assertThatExceptionOfType(SessionTooLargeException.class)
                .isThrownBy(() -> SESSIONS.cookie(Map.of("text", "x".repeat(4000))))
                .withMessageContainingAll("'default'", "browsers accept at most 4096", "give it less data");
    }

    @Test
    void aSignInHasAnIdAndATime() {
        SessionCookies laptop = SESSIONS.signedIn("ada", "admin").issuedAgo(Duration.ofHours(1));

        OpenedSession session = opened(laptop, Map.of());

        assertThat(session.principal()).contains("ada");
        assertThat(session.signInId()).get().asString().matches("[\\w-]{16}");
        assertThat(session.signedInAt()).get().satisfies(
                at -> assertThat(at).isCloseTo(Instant.now().minus(Duration.ofHours(1)), within(5, ChronoUnit.MINUTES)));
        assertThat(opened(laptop, Map.of()).signInId()).as("of a copy").isEqualTo(session.signInId());
        assertThat(opened(SESSIONS.signedIn("ada", "admin"), Map.of()).signInId()).as("of another device").isPresent()
                .isNotEqualTo(session.signInId());
    }

    @Test
    void theIdOfASignInIsAsTheTestSays() {
        SessionCookies laptop = SESSIONS.signedIn("ada", "admin").signInId("AbCdEfGhIjKl-_09");

        OpenedSession session = opened(laptop, Map.of());

        assertThat(session.signInId()).contains("AbCdEfGhIjKl-_09");
        assertThat(session.principal()).contains("ada");
        assertThat(session.roles()).containsExactly("admin");
        assertThatIllegalArgumentException().isThrownBy(() -> laptop.signInId("laptop"));
        assertThatIllegalStateException().isThrownBy(() -> SESSIONS.signInId("AbCdEfGhIjKl-_09"))
                .withMessage("Nobody is signed in to this session: call signedIn(...) before signInId(...)");
    }

    @Test
    void whereNobodyIsSignedInThereIsNoSignIn() {
        OpenedSession session = opened(SESSIONS, Map.of("userID", "u1"));

        assertThat(session.signInId()).isEmpty();
        assertThat(session.signedInAt()).isEmpty();
    }

    @Test
    void aCookieIsOpenedWhateverItsName() {
        Cookie cookie = SESSIONS.cookie(Map.of("userID", "u1"));

        assertThat(SESSIONS.open(cookie).data()).isEqualTo(Map.of("userID", "u1"));
        assertThat(SESSIONS.open(new Cookie.Builder("kept", cookie.getValue()).build())).isEqualTo(SESSIONS.open(cookie));
    }

    @Test
    void theSessionThatAResponseSetsIsOpened() {
        String first = SESSIONS.cookie(Map.of("visits", 1)).getValue();
        String last = SESSIONS.cookie(Map.of("visits", 2)).getValue();
        Response response = Responses.setting("__session=" + first + "; Path=/", "other=1",
                "__session=" + last + "; Max-Age=60; Path=/");

        assertThat(SESSIONS.open(response).data()).containsEntry("visits", 2);
    }

    @Test
    void aResponseThatSetsNoSessionCantBeOpened() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> SESSIONS.open(Responses.setting("__session2=x")))
                .withMessage("The response sets no session cookie '__session'");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> SESSIONS.open(Responses.setting("__session=; Max-Age=0; Path=/")))
                .withMessage("The response expires the session cookie '__session', and sets no session");
    }

    @Test
    void aCookieThatCantBeOpenedIsNotShownAndNeitherIsTheSecret() {
        String value = SESSIONS.cookie(Map.of("userID", "u1")).getValue();
        String tooLong = "A".repeat(5000);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> TestSessions.withSecret(OTHER_SECRET).open(value))
                .withMessage("The session cookie '__session' can't be opened: it was sealed with another secret. The secret of"
                        + " withSecret(...) was tried: pass the one that the application has as quarkus.user-session.secret");
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> SESSIONS.open(tooLong))
                .withMessage("The session cookie '__session' can't be opened: it is longer than a browser accepts");
    }

    @Test
    void noTextTellsTheSecretOrTheData() {
        OpenedSession session = opened(SESSIONS.flash("message", "Welcome!"), Map.of("userID", "Grace Hopper"));

        assertThat(SESSIONS.toString()).doesNotContain(SECRET);
        assertThat(session.toString()).contains("userID", "message").doesNotContain("Hopper", "Welcome");
    }

    private static OpenedSession opened(SessionCookies cookies, Map<String, ?> data) {
        return cookies.open(cookies.cookie(data).getValue());
    }
}
