package io.quarkiverse.usersession.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.testsupport.CapturedLog;

class BoundSignInStateTest {

    private final Browser browser = new Browser().with(SignInSupport.ON);

    @Test
    void aBindingIsACookieOfItsOwnKindAndIsRemembered() {
        signIn();

        Commit commit = judged(Judgement.BOUND, session -> {
        });

        assertThat(commit.kind()).isEqualTo(Commit.Kind.BIND);
        browser.request(session -> {
            SignedIn signedIn = ((SessionState) session).signedIn();
            assertThat(signedIn.bound()).isTrue();
            assertThat(signedIn.principal()).isEqualTo("ada");
        });
        assertThat(browser.request(UserSession::isNew).kind()).isEqualTo(Commit.Kind.NONE);
    }

    @Test
    void aBindingGoesWithWhatTheApplicationChanges() {
        signIn();

        Commit commit = judged(Judgement.BOUND, session -> session.set("cart", 1));

        assertThat(commit.kind()).isEqualTo(Commit.Kind.SET);
        browser.request(session -> assertThat(((SessionState) session).signedIn().bound()).isTrue());
    }

    @Test
    void aBindingKeepsTheSignInAndTheSession() {
        signIn();
        String[] before = new String[3];
        browser.request(session -> {
            before[0] = session.id();
            before[1] = session.signInId().orElseThrow();
            before[2] = session.createdAt().toString();
        });

        judged(Judgement.BOUND, session -> {
        });

        browser.request(session -> assertThat(before).containsExactly(session.id(), session.signInId().orElseThrow(),
                session.createdAt().toString()));
    }

    @Test
    void S33_aLateAnswerBindsNothing() {
        signIn();
        Browser.Request request = browser.begin();
        SessionState session = request.session;
        session.judged(session.signedIn(), Judgement.BOUND);
        browser.later(Duration.ofSeconds(3));

        assertThat(request.respond().kind()).isEqualTo(Commit.Kind.NONE);
    }

    @Test
    void aBindingOfASignInThatWasReplacedMeanwhileIsNone() {
        signIn();

        browser.request(session -> {
            SignedIn judged = ((SessionState) session).signedIn();
            session.signIn("eve", Set.of());
            ((SessionState) session).judged(judged, Judgement.BOUND);
        });

        browser.request(session -> assertThat(((SessionState) session).signedIn().bound()).isFalse());
    }

    @Test
    void aNewSignInIsNotBoundYet() {
        signIn();
        judged(Judgement.BOUND, session -> {
        });

        signIn();

        browser.request(session -> assertThat(((SessionState) session).signedIn().bound()).isFalse());
    }

    @Test
    void aSessionWithoutRoomIsNotBoundAndSaysSoOnlyOnce() {
        signIn();
        browser.request(session -> fill(session));

        try (CapturedLog log = new CapturedLog()) {
            Commit commit = judged(Judgement.BOUND, session -> {
            });

            judged(Judgement.BOUND, session -> {
            });

            assertThat(commit.kind()).isEqualTo(Commit.Kind.NONE);
            assertThat(log.text())
                    .containsOnlyOnce("Session 'default': a sign-in could not be bound to its browser, because the cookie has"
                            + " no room to record it. Keep large values elsewhere, with only a key in the session. This warning"
                            + " is logged only once");
        }
    }

    @Test
    void nothingIsSetOverASessionThatTheNextRequestMayProve() {
        signIn();

        try (CapturedLog log = new CapturedLog()) {
            Commit commit = judged(Judgement.UNCONFIRMED, session -> {
                assertThat(session.isNew()).isTrue();
                assertThat(session.signInId()).isEmpty();
                assertThat(session.data()).isEmpty();
                session.set("visits", 1);
            });

            assertThat(commit.kind()).isEqualTo(Commit.Kind.NONE);
            assertThat(log.text()).contains("changes made by /shop/cart were lost, because it was not certain");
        }
        browser.request(session -> assertThat(session.signInId()).isPresent());
    }

    @Test
    void aSignOutNeedsNoProof() {
        signIn();

        Commit commit = judged(Judgement.UNCONFIRMED, UserSession::signOut);

        assertThat(commit.kind()).isEqualTo(Commit.Kind.EXPIRE);
        browser.request(session -> assertThat(session.signInId()).isEmpty());
    }

    @Test
    void whatFollowsASignOutWithoutAProofIsKept() {
        signIn();

        Commit commit = judged(Judgement.UNCONFIRMED, session -> {
            session.signOut();
            session.flash("message", "signed out");
        });

        assertThat(commit.kind()).isEqualTo(Commit.Kind.SET);
        browser.request(session -> {
            assertThat(session.signInId()).isEmpty();
            assertThat(session.get("message", String.class)).contains("signed out");
        });
    }

    @Test
    void nothingIsSaidWhereNothingIsLost() {
        signIn();

        try (CapturedLog log = new CapturedLog()) {
            assertThat(judged(Judgement.UNCONFIRMED, UserSession::data).kind()).isEqualTo(Commit.Kind.NONE);
            assertThat(log.text()).doesNotContain("WARN", "lost");
        }
    }

    @Test
    void aSignInReplacesASessionThatWasNotProven() {
        signIn();

        Commit commit = judged(Judgement.UNCONFIRMED, session -> session.signIn("eve", Set.of()));

        assertThat(commit.kind()).isEqualTo(Commit.Kind.SET);
        browser.request(session -> assertThat(((SessionState) session).signedIn().principal()).isEqualTo("eve"));
    }

    @Test
    void tellsWhoHasSignedInDuringTheRequestAndNobodyElse() {
        browser.request(session -> {
            assertThat(((SessionState) session).newSignIn()).isNull();
            session.signIn("ada", Set.of());
            assertThat(((SessionState) session).newSignIn().principal()).isEqualTo("ada");
        });
        browser.request(session -> {
            assertThat(((SessionState) session).newSignIn()).isNull();
            session.renew();
            assertThat(((SessionState) session).newSignIn()).isNull();
            session.signIn("ada", Set.of());
            assertThat(((SessionState) session).newSignIn()).isNotNull();
            session.signOut();
            assertThat(((SessionState) session).newSignIn()).isNull();
        });
    }

    @Test
    void aBindingIsNotLostWithTheSecret() {
        signIn();
        judged(Judgement.BOUND, session -> {
        });
        browser.secrets(KeyRing.of("Tz6Rk1Wq8Nf3Xb5Yd0Lh7Vc2Js9Gm4Pa", List.of(Browser.SECRET)));

        assertThat(browser.request(UserSession::isNew).kind()).isEqualTo(Commit.Kind.RE_SEAL);

        browser.request(session -> assertThat(((SessionState) session).signedIn().bound()).isTrue());
    }

    @Test
    void anUnboundSignInIsWrittenAsEver() {
        SignedIn signedIn = new SignedIn("AAAAAAAAAAAAAAAA", "ada", Set.of("admin"), 1);

        assertThat(signedIn.toEntry()).isEqualTo(Map.of("id", "AAAAAAAAAAAAAAAA", "principal", "ada", "roles",
                List.of("admin"), "at", 1L));
        assertThat(SignedIn.of(signedIn.bind().toEntry())).isEqualTo(signedIn.bind()).isNotEqualTo(signedIn);
    }

    private void signIn() {
        browser.request(session -> session.signIn("ada", Set.of()));
    }

    private Commit judged(Judgement judgement, Consumer<UserSession> work) {
        return browser.request(session -> {
            ((SessionState) session).judged(((SessionState) session).signedIn(), judgement);
            work.accept(session);
        });
    }

    /** With values of falling size, until not even a short one has room. */
    private static void fill(UserSession session) {
        for (int size : new int[] { 2000, 500, 100, 20, 4, 1, 1, 1, 1, 1 }) {
            boolean room = true;
            for (int i = 0; room; i++) {
                try {
                    session.set("k" + size + "-" + i + "-" + session.data().size(), "x".repeat(size));
                } catch (SessionTooLargeException e) {
                    room = false;
                }
            }
        }
    }
}
