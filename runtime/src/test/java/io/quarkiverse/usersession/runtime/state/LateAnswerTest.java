package io.quarkiverse.usersession.runtime.state;

import static io.quarkiverse.usersession.runtime.state.Commit.Kind.EXPIRE;
import static io.quarkiverse.usersession.runtime.state.Commit.Kind.NONE;
import static io.quarkiverse.usersession.runtime.state.Commit.Kind.RENEW;
import static io.quarkiverse.usersession.runtime.state.Commit.Kind.RE_SEAL;
import static io.quarkiverse.usersession.runtime.state.Commit.Kind.SET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;

/**
 * While an answer takes its time, another one may sign the user out or in. When it comes at last, it must not bring back or
 * remove what that has done, unless the application has changed the session.
 */
class LateAnswerTest {

    private static final KeyRing OLD_SECRET = KeyRing.of("kX4vTq9Zb2Wn7Lc5Yd8Rf1Hm6Js3Gp0Ua");
    private static final KeyRing ROTATED = KeyRing.of("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a",
            List.of("kX4vTq9Zb2Wn7Lc5Yd8Rf1Hm6Js3Gp0Ua"));
    private static final Duration STILL_IN_TIME = Duration.ofMillis(2_000);
    private static final Duration LATE = Duration.ofMillis(2_001);

    private final Browser browser = new Browser(config -> {
        config.maxAge = Duration.ofMinutes(30);
        config.renewAfter = Duration.ofMinutes(5);
    }).with(SignInSupport.ON);

    @Test
    void S33_aSlowReaderDoesNotReviveASessionThatWasSignedOutMeanwhile() {
        browser.request(session -> session.set("user", "ada"));
        browser.later(Duration.ofMinutes(6));
        Browser.Request slow = browser.begin();
        slow.session.get("user");
        browser.later(LATE);
        browser.request(UserSession::destroy);

        assertThat(slow.respond().kind()).isEqualTo(NONE);
        browser.request(session -> assertThat(session.isNew()).isTrue());
    }

    @Test
    void aRenewalIsLeftToTheNextRequest() {
        browser.request(session -> session.set("user", "ada"));
        browser.later(Duration.ofMinutes(6));

        assertThat(answerAfter(LATE).kind()).isEqualTo(NONE);
        assertThat(answerAfter(STILL_IN_TIME).kind()).isEqualTo(RENEW);
    }

    @Test
    void theTimeCountsToTheMillisecond() {
        browser.later(Duration.ofMillis(999));
        browser.request(session -> session.set("user", "ada"));
        browser.later(Duration.ofMinutes(6));

        assertThat(answerAfter(LATE).kind()).isEqualTo(NONE);
        browser.later(Duration.ofMillis(1));
        assertThat(answerAfter(STILL_IN_TIME).kind()).isEqualTo(RENEW);
    }

    @Test
    void aRenewalThatCanNotWaitIsMade() {
        browser.request(session -> session.set("user", "ada"));
        browser.later(Duration.ofMinutes(15).minus(LATE));
        assertThat(answerAfter(LATE).kind()).isEqualTo(NONE);

        browser.later(Duration.ofSeconds(1));

        assertThat(answerAfter(LATE).kind()).isEqualTo(RENEW);
    }

    @Test
    void aSessionWithALifetimeOfItsOwnCanWaitUntilHalfOfThat() {
        browser.request(session -> session.maxAge(Duration.ofMinutes(4)));
        browser.later(Duration.ofMinutes(2).minus(LATE));
        assertThat(answerAfter(LATE).kind()).isEqualTo(NONE);

        browser.later(Duration.ofSeconds(1));

        assertThat(answerAfter(LATE).kind()).isEqualTo(RENEW);
    }

    @Test
    void aCookieThatIsToBeSealedAnewCanWaitUntilHalfOfItsLifetime() {
        Browser rotating = new Browser(config -> config.maxAge = Duration.ofMinutes(30));
        rotating.secrets(OLD_SECRET);
        rotating.request(session -> session.set("user", "ada"));
        rotating.secrets(ROTATED);

        assertThat(answerAfter(rotating, LATE, session -> session.has("user")).kind()).isEqualTo(NONE);
        assertThat(answerAfter(rotating, STILL_IN_TIME, session -> session.has("user")).kind()).isEqualTo(RE_SEAL);

        rotating.secrets(OLD_SECRET);
        rotating.request(session -> session.set("user", "grace"));
        rotating.secrets(ROTATED);
        rotating.later(Duration.ofMinutes(15));
        assertThat(answerAfter(rotating, LATE, session -> session.has("user")).kind()).isEqualTo(RE_SEAL);
    }

    @Test
    void aDeadCookieIsNotExpired() {
        browser.request(session -> session.set("user", "ada"));
        browser.later(Duration.ofMinutes(30));
        String dead = browser.cookie;

        assertThat(answerAfter(LATE).kind()).isEqualTo(NONE);
        assertThat(browser.cookie).isEqualTo(dead);
        assertThat(answerAfter(STILL_IN_TIME).kind()).isEqualTo(EXPIRE);
    }

    @Test
    void aFlashValueThatWasReadIsShownAgain() {
        browser.request(session -> session.flash("message", "Saved"));

        assertThat(answerAfter(LATE, session -> assertThat(session.get("message")).contains("Saved")).kind()).isEqualTo(NONE);
        assertThat(answerAfter(STILL_IN_TIME, session -> assertThat(session.get("message")).contains("Saved")).kind())
                .isEqualTo(SET);
        browser.request(session -> assertThat(session.get("message")).isEmpty());
    }

    static Stream<Named<Consumer<UserSession>>> changes() {
        return Stream.of(
                named("set", session -> session.set("user", "grace")),
                named("unset", session -> session.unset("user")),
                named("clear", UserSession::clear),
                named("flash", session -> session.flash("note", "!")),
                named("a flash value replaced and read", session -> session.flash("message", "x").get("message")),
                named("maxAge", session -> session.maxAge(Duration.ofMinutes(3))),
                named("renew", UserSession::renew),
                named("sign-in", session -> session.signIn("ada", Set.of())),
                named("destroy", UserSession::destroy));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatTheApplicationChangesIsCommittedHoweverLate(Consumer<UserSession> change) {
        browser.request(session -> session.set("user", "ada").flash("message", "Saved"));

        assertThat(answerAfter(Duration.ofMinutes(1), change).kind()).isNotEqualTo(NONE);
    }

    @Test
    void aChangeThatIsTakenBackIsNone() {
        browser.request(session -> session.set("user", "ada"));
        browser.later(Duration.ofMinutes(6));

        assertThat(answerAfter(LATE, session -> session.set("x", 1).unset("x")).kind()).isEqualTo(NONE);
    }

    @Test
    void aChangeTakesWithItWhatWasRead() {
        browser.request(session -> session.flash("message", "Saved"));

        answerAfter(LATE, session -> session.set("seen", session.get("message").isPresent()));

        browser.request(session -> assertThat(session.get("message")).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, 2_000, 2_001, 60_000 })
    void expiresAtIsWhatTheCookieSaysThatThisAnswerWouldLeave(long millis) {
        browser.request(session -> session.set("user", "ada"));
        browser.later(Duration.ofMinutes(6));
        Browser.Request request = browser.begin();
        request.session.get("user");
        browser.later(Duration.ofMillis(millis));

        long before = request.session.expiresAt().getEpochSecond();
        request.respond();

        assertThat(before).isEqualTo(browser.content().issuedAt() + 1_800);
        assertThat(request.session.expiresAt().getEpochSecond()).isEqualTo(before);
    }

    @Test
    void aClockThatGoesBackMakesNoAnswerLate() {
        browser.request(session -> session.set("user", "ada"));
        browser.later(Duration.ofMinutes(6));

        assertThat(answerAfter(Duration.ofSeconds(-10)).kind()).isEqualTo(RENEW);
    }

    private Commit answerAfter(Duration time) {
        return answerAfter(time, session -> session.has("user"));
    }

    private Commit answerAfter(Duration time, Consumer<UserSession> work) {
        return answerAfter(browser, time, work);
    }

    private static Commit answerAfter(Browser browser, Duration time, Consumer<UserSession> work) {
        Browser.Request request = browser.begin();
        work.accept(request.session);
        browser.later(time);
        return request.respond();
    }
}
