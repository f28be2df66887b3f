package io.quarkiverse.usersession.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.usersession.SessionCommittedException;
import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;

class SignInStateTest {

    private static final String ID = "AAECAwQFBgcICQoL";

    private final Browser browser = new Browser().with(SignInSupport.ON);

    @Test
    void theNextRequestsKnowWhoIsSignedInAndSinceWhen() {
        browser.request(session -> session.signIn("ada", Set.of("admin", "author")));
        browser.later(Duration.ofHours(1));
        browser.request(session -> session.set("x", 1));

        browser.request(session -> assertThat(signedIn(session))
                .isEqualTo(new SignedIn(id(session), "ada", Set.of("admin", "author"), Browser.START.toEpochMilli())));
    }

    @Test
    void nobodyIsSignedInBefore() {
        browser.request(session -> assertThat(signedIn(session)).isNull());
    }

    @Test
    void S14_theIdIsNewAndTheLifetimeFreshAndNothingElseChanges() {
        browser.request(session -> session.set("cart", 3).flash("message", "hello").maxAge(Duration.ofHours(2)));
        String before = browser.content().id().toString();
        browser.later(Duration.ofHours(1));

        Commit commit = browser.request(session -> session.signIn("ada", Set.of()));

        assertThat(commit.kind()).isEqualTo(Commit.Kind.SET);
        assertThat(commit.maxAge()).isEqualTo(7200);
        assertThat(browser.content().id().toString()).isNotEqualTo(before);
        assertThat(browser.content().createdAt()).isEqualTo(Browser.START.getEpochSecond());
        browser.request(session -> assertThat(session.data()).isEqualTo(Map.of("cart", 3, "message", "hello")));
    }

    @Test
    void anotherUserBeginsWithoutTheDataOfTheFormerOne() {
        browser.request(session -> session.set("cart", 3).flash("message", "hello").maxAge(Duration.ofHours(2))
                .signIn("ada", Set.of("admin")));
        browser.later(Duration.ofHours(1));

        Commit commit = browser.request(session -> session.flash("mail", "private").signIn("bob", Set.of()));

        assertThat(commit.maxAge()).isEqualTo(Duration.ofDays(365).toSeconds());
        assertThat(browser.content().createdAt()).isEqualTo(browser.now().getEpochSecond());
        browser.request(session -> {
            assertThat(session.data()).isEmpty();
            assertThat(signedIn(session)).isEqualTo(new SignedIn(id(session), "bob", Set.of(), browser.now().toEpochMilli()));
        });
    }

    @Test
    void theSameUserAgainKeepsTheirDataAndGetsANewId() {
        browser.request(session -> session.set("cart", 3).flash("message", "hello").signIn("ada", Set.of("admin")));
        String before = browser.content().id().toString();
        browser.later(Duration.ofHours(1));

        browser.request(session -> session.signIn("ada", Set.of()));

        assertThat(browser.content().id().toString()).isNotEqualTo(before);
        browser.request(session -> {
            assertThat(session.data()).isEqualTo(Map.of("cart", 3, "message", "hello"));
            assertThat(signedIn(session)).isEqualTo(new SignedIn(id(session), "ada", Set.of(), browser.now().toEpochMilli()));
        });
    }

    @Test
    void whatAnotherUserGetsAfterTheSignInIsTheirs() {
        browser.request(session -> session.set("cart", 3).signIn("ada", Set.of()));

        browser.request(session -> session.signIn("bob", Set.of()).set("theme", "dark").maxAge(Duration.ofHours(2)));

        assertThat(browser.content().lifetime()).isEqualTo(7200);
        browser.request(session -> assertThat(session.data()).isEqualTo(Map.of("theme", "dark")));
    }

    @Test
    void anotherUserWhoseRolesDoNotFitLeavesTheFormerOneSignedIn() {
        browser.request(session -> session.set("cart", 3).signIn("ada", Set.of()));
        Set<String> roles = manyRoles();

        browser.request(session -> {
            assertThatThrownBy(() -> session.signIn("bob", roles)).isInstanceOf(SessionTooLargeException.class);
            assertThat(signedIn(session).principal()).isEqualTo("ada");
            assertThat(session.get("cart", int.class)).contains(3);
        });
    }

    @Test
    void whoIsRefusedIsAnonymousWithAnEmptySessionAndTheirCookieIsLeft() {
        browser.request(session -> session.set("cart", 3).flash("message", "hello").signIn("ada", Set.of()));
        String cookie = browser.cookie;

        Commit commit = browser.request(session -> {
            refuse(session);
            assertThat(signedIn(session)).isNull();
            assertThat(session.data()).isEmpty();
            assertThat(session.get("cart", int.class)).isEmpty();
            assertThat(session.get("message")).isEmpty();
            assertThat(session.has("cart")).isFalse();
            assertThat(session.isNew()).isTrue();
        });

        assertThat(commit.kind()).isEqualTo(Commit.Kind.NONE);
        assertThat(browser.cookie).isEqualTo(cookie);
    }

    @Test
    void noAutomaticCookieFollowsARefusal() {
        Browser idle = new Browser(config -> config.renewAfter = Duration.ofMinutes(5)).with(SignInSupport.ON);
        idle.request(session -> session.set("cart", 3).signIn("ada", Set.of()));
        String cookie = idle.cookie;
        idle.later(Duration.ofMinutes(10));
        idle.secrets(KeyRing.of("Rq8Nf3Xb5Yd0Lh7Vc2Js9Gm4PaTz6Wk1", List.of("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a")));

        Commit commit = idle.request(SignInStateTest::refuse);

        assertThat(commit.kind()).isEqualTo(Commit.Kind.NONE);
        assertThat(idle.cookie).isEqualTo(cookie);
    }

    @Test
    void whatIsWrittenBeforeARefusalIsNot() {
        browser.request(session -> session.signIn("ada", Set.of()));

        Commit commit = browser.request(session -> {
            session.set("cart", 3).flash("message", "hello").maxAge(Duration.ofHours(2)).renew();
            refuse(session);
        });

        assertThat(commit.kind()).isEqualTo(Commit.Kind.NONE);
    }

    @Test
    void whatIsWrittenAfterARefusalIsANewSession() {
        browser.request(session -> session.set("cart", 3).signIn("ada", Set.of()));
        String before = browser.content().id().toString();
        browser.later(Duration.ofHours(1));

        Commit commit = browser.request(session -> {
            refuse(session);
            session.set("theme", "dark");
        });

        assertThat(commit.kind()).isEqualTo(Commit.Kind.SET);
        assertThat(browser.content().id().toString()).isNotEqualTo(before);
        assertThat(browser.content().createdAt()).isEqualTo(browser.now().getEpochSecond());
        browser.request(session -> {
            assertThat(session.data()).isEqualTo(Map.of("theme", "dark"));
            assertThat(signedIn(session)).isNull();
        });
    }

    @Test
    void aRefusalThatComesLateLeavesWhoHasSignedInMeanwhile() {
        browser.request(session -> session.set("cart", 3).signIn("ada", Set.of()));

        browser.request(session -> {
            SignedIn judged = signedIn(session);
            session.signIn("bob", Set.of()).set("theme", "dark");
            ((SessionState) session).judged(judged, Judgement.REFUSED);
        });

        browser.request(session -> {
            assertThat(signedIn(session).principal()).isEqualTo("bob");
            assertThat(session.data()).isEqualTo(Map.of("theme", "dark"));
        });
    }

    @Test
    void aRefusalAfterTheHeadersStillHidesTheData() {
        browser.request(session -> session.set("cart", 3).signIn("ada", Set.of()));

        SessionState late = browser.beginTooLate().session;
        refuse(late);

        assertThat(late.signedIn()).isNull();
        assertThat(late.data()).isEmpty();
    }

    @Test
    void whoIsRefusedCanStillSignOut() {
        browser.request(session -> session.set("cart", 3).signIn("ada", Set.of()));

        Commit commit = browser.request(session -> {
            refuse(session);
            session.signOut();
        });

        assertThat(commit.kind()).isEqualTo(Commit.Kind.EXPIRE);
    }

    @Test
    void whoIsSignedInIsNoValueAndClearLeavesIt() {
        browser.request(session -> session.set("cart", 3).signIn("ada", Set.of()));

        browser.request(session -> {
            session.clear();
            assertThat(session.isEmpty()).isTrue();
            assertThat(session.data()).isEmpty();
            assertThat(session.has("sign-in")).isFalse();
        });

        browser.request(session -> assertThat(signedIn(session).principal()).isEqualTo("ada"));
    }

    @Test
    void noKeyOfTheApplicationSignsAnybodyIn() {
        Map<String, Object> forged = Map.of("principal", "root", "roles", List.of("admin"), "at", 1);
        browser.request(session -> session.set("~sign-in", forged).flash("~sign-in", forged).set("sign-in", forged)
                .set("=~sign-in", forged).set("~wanted-location", "//evil.example"));

        browser.request(session -> {
            assertThat(signedIn(session)).isNull();
            assertThat(session.takeWantedLocation()).isEmpty();
            assertThat(session.get("~sign-in", Map.class)).contains(forged);
        });
    }

    @ParameterizedTest
    @EnumSource(value = SignInSupport.class, names = "ON", mode = EnumSource.Mode.EXCLUDE)
    void whereNobodyCanBeSignedInThisIsSaid(SignInSupport support) {
        browser.with(support).request(session -> assertThatThrownBy(() -> session.signIn("ada", Set.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Session 'default'")
                .hasMessageContaining(support == SignInSupport.OFF ? "quarkus.user-session.sign-in.enabled=true"
                        : "without @SessionName"));
    }

    @Test
    void emptyNamesAreRefused() {
        browser.request(session -> {
            assertThatThrownBy(() -> session.signIn("", Set.of())).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> session.signIn("ada", Set.of(""))).isInstanceOf(IllegalArgumentException.class);
            assertThat(signedIn(session)).isNull();
        });
    }

    @Test
    void rolesThatDoNotFitLeaveTheSessionUnchanged() {
        Set<String> roles = manyRoles();
        browser.request(session -> session.set("x", 1));
        String before = browser.content().id().toString();

        browser.request(session -> {
            assertThatThrownBy(() -> session.signIn("ada", roles)).isInstanceOf(SessionTooLargeException.class)
                    .hasMessageContaining("'sign-in'");
            assertThat(session.id()).isEqualTo(before);
            assertThat(signedIn(session)).isNull();
        });
    }

    @Test
    void signOutEndsTheSessionAndASignInAfterwardsBeginsAnother() {
        browser.request(session -> session.set("x", 1).signIn("ada", Set.of("admin")));
        String before = browser.content().id().toString();

        assertThat(browser.request(UserSession::signOut).kind()).isEqualTo(Commit.Kind.EXPIRE);
        browser.request(session -> assertThat(signedIn(session)).isNull());
        browser.request(session -> session.signIn("ada", Set.of("admin")));
        browser.request(session -> {
            session.signOut();
            session.signIn("bob", Set.of());
        });

        assertThat(browser.content().id().toString()).isNotEqualTo(before);
        browser.request(session -> assertThat(signedIn(session)).extracting(SignedIn::principal, SignedIn::roles)
                .containsExactly("bob", Set.of()));
    }

    @Test
    void afterTheHeadersNobodyIsSignedIn() {
        browser.request(session -> session.set("x", 1));

        UserSession late = browser.beginTooLate().session;

        assertThatThrownBy(() -> late.signIn("ada", Set.of())).isInstanceOf(SessionCommittedException.class);
        assertThatThrownBy(late::signOut).isInstanceOf(SessionCommittedException.class);
    }

    @Test
    void namesStayOutOfTexts() {
        assertThat(new SignedIn(ID, "ada", Set.of("admin"), 1)).asString().doesNotContain("ada", "admin");
    }

    @Test
    void anEntryOfAnotherFormIsNobody() {
        for (Object entry : List.of("ada", 1, List.of("ada"), Map.of("id", ID, "principal", "ada"),
                Map.of("id", ID, "principal", 1, "roles", List.of(), "at", 1),
                Map.of("id", ID, "principal", "", "roles", List.of(), "at", 1),
                Map.of("id", ID, "principal", "ada", "roles", "admin", "at", 1),
                Map.of("id", ID, "principal", "ada", "roles", List.of(), "at", "1"),
                Map.of("principal", "ada", "roles", List.of(), "at", 1),
                Map.of("id", 1, "principal", "ada", "roles", List.of(), "at", 1),
                Map.of("id", "", "principal", "ada", "roles", List.of(), "at", 1),
                Map.of("id", ID + "A", "principal", "ada", "roles", List.of(), "at", 1))) {
            assertThat(SignedIn.of(entry)).isNull();
        }
        assertThat(SignedIn.of(null)).isNull();
    }

    private static Set<String> manyRoles() {
        Set<String> roles = new LinkedHashSet<>();
        for (int i = 0; i < 1000; i++) {
            roles.add("role-" + i);
        }
        return roles;
    }

    private static void refuse(UserSession session) {
        ((SessionState) session).judged(signedIn(session), Judgement.REFUSED);
    }

    private static String id(UserSession session) {
        return session.signInId().orElseThrow();
    }

    private static SignedIn signedIn(UserSession session) {
        return ((SessionState) session).signedIn();
    }
}
