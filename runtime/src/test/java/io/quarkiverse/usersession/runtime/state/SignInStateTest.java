package io.quarkiverse.usersession.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
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

class SignInStateTest {

    private final Browser browser = new Browser().with(SignInSupport.ON);

    @Test
    void theNextRequestsKnowWhoIsSignedInAndSinceWhen() {
        browser.request(session -> session.signIn("ada", Set.of("admin", "author")));
        browser.later(Duration.ofHours(1));
        browser.request(session -> session.set("x", 1));

        browser.request(session -> assertThat(signedIn(session))
                .isEqualTo(new SignedIn("ada", Set.of("admin", "author"), Browser.START.getEpochSecond())));
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
            assertThat(session.signedInLocation()).isEmpty();
            assertThat(session.get("~sign-in", Map.class)).contains(forged);
        });
    }

    @ParameterizedTest
    @EnumSource(value = SignInSupport.class, names = "ON", mode = EnumSource.Mode.EXCLUDE)
    void whereNobodyCanBeSignedInThisIsSaid(SignInSupport support) {
        browser.with(support).request(session -> assertThatThrownBy(() -> session.signIn("ada", Set.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Session '__session'")
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
        Set<String> roles = new LinkedHashSet<>();
        for (int i = 0; i < 1000; i++) {
            roles.add("role-" + i);
        }
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
    void theWantedLocationIsGivenOnce() {
        browser.request(session -> ((SessionState) session).wantLocation(URI.create("/orders?of=2026")));
        browser.request(session -> session.signIn("ada", Set.of()));

        browser.request(session -> {
            assertThat(session.signedInLocation()).contains(URI.create("/orders?of=2026"));
            assertThat(session.signedInLocation()).isEmpty();
        });

        browser.request(session -> assertThat(session.signedInLocation()).isEmpty());
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
        assertThat(new SignedIn("ada", Set.of("admin"), 1)).asString().doesNotContain("ada", "admin");
    }

    @Test
    void anEntryOfAnotherFormIsNobody() {
        for (Object entry : List.of("ada", 1, List.of("ada"), Map.of("principal", "ada"),
                Map.of("principal", 1, "roles", List.of(), "at", 1), Map.of("principal", "", "roles", List.of(), "at", 1),
                Map.of("principal", "ada", "roles", "admin", "at", 1),
                Map.of("principal", "ada", "roles", List.of(), "at", "1"))) {
            assertThat(SignedIn.of(entry)).isNull();
        }
        assertThat(SignedIn.of(null)).isNull();
    }

    private static SignedIn signedIn(UserSession session) {
        return ((SessionState) session).signedIn();
    }
}
