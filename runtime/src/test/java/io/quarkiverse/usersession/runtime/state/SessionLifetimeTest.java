package io.quarkiverse.usersession.runtime.state;

import static io.quarkiverse.usersession.runtime.state.Commit.Kind.EXPIRE;
import static io.quarkiverse.usersession.runtime.state.Commit.Kind.NONE;
import static io.quarkiverse.usersession.runtime.state.Commit.Kind.RENEW;
import static io.quarkiverse.usersession.runtime.state.Commit.Kind.SET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.config.TestConfig;
import io.quarkiverse.usersession.runtime.format.SessionContent;

/** How long a session lives, and what prolongs it. */
class SessionLifetimeTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    static Stream<Arguments> lifetimes() {
        return Stream.of(
                lifetime("the default", config -> {
                }, session -> {
                }, 31_536_000),
                lifetime("configured", config -> config.maxAge = Duration.ofHours(1), session -> {
                }, 3600),
                lifetime("its own", config -> config.maxAge = Duration.ofHours(1),
                        session -> session.maxAge(Duration.ofMinutes(10)), 600),
                lifetime("its own, too long", config -> config.maxAge = Duration.ofHours(1),
                        session -> session.maxAge(Duration.ofDays(1)), 3600),
                lifetime("its own, much too long", config -> config.maxAge = Duration.ofHours(1),
                        session -> session.maxAge(Duration.ofSeconds(Long.MAX_VALUE)), 3600),
                lifetime("its own, beyond the 32 bits that are sealed", config -> config.maxAge = Duration.ofHours(1),
                        session -> session.maxAge(Duration.ofSeconds((1L << 32) + 10)), 3600),
                lifetime("its own, in fractions", config -> config.maxAge = Duration.ofHours(1),
                        session -> session.maxAge(Duration.ofMillis(1_999)), 1),
                lifetime("absolute", config -> config.absoluteTimeout = Duration.ofMinutes(30), session -> {
                }, 1800),
                lifetime("absolute and its own", config -> config.absoluteTimeout = Duration.ofMinutes(30),
                        session -> session.maxAge(Duration.ofMinutes(10)), 600));
    }

    @ParameterizedTest
    @MethodSource("lifetimes")
    void S18_theMaxAgeThatIsSentIsWhenTheServerEndsTheSession(Consumer<TestConfig> config, Consumer<UserSession> use,
            long seconds) {
        Browser browser = new Browser(config);
        Instant[] promised = new Instant[2];

        Browser.Request request = browser.begin();
        use.accept(request.session.set("a", 1));
        promised[0] = request.session.expiresAt();
        Commit commit = request.respond();
        promised[1] = request.session.expiresAt();

        assertThat(commit.maxAge()).isEqualTo(seconds);
        assertThat(promised).containsOnly(Browser.START.plusSeconds(seconds));
        browser.later(Duration.ofSeconds(seconds - 1));
        browser.request(session -> {
            assertThat(session.isNew()).isFalse();
            assertThat(session.expiresAt()).isEqualTo(Browser.START.plusSeconds(seconds));
        });
        browser.later(SECOND);
        assertThat(browser.request(session -> assertThat(session.isNew()).isTrue()).kind()).isEqualTo(EXPIRE);
    }

    @Test
    void aChangeStartsTheLifetimeAgainAndReadingDoesNot() {
        Browser browser = new Browser(config -> config.maxAge = Duration.ofHours(1));
        browser.request(session -> session.set("a", 1));
        browser.later(Duration.ofMinutes(40));
        browser.request(session -> assertThat(session.expiresAt()).isEqualTo(Browser.START.plus(Duration.ofHours(1))));

        browser.request(session -> {
            session.set("a", 2);
            assertThat(session.expiresAt()).isEqualTo(browser.now().plus(Duration.ofHours(1)));
        });

        browser.later(Duration.ofMinutes(59));
        browser.request(session -> {
            assertThat(session.createdAt()).isEqualTo(Browser.START);
            assertThat(session.get("a", int.class)).contains(2);
        });
        browser.later(Duration.ofMinutes(1));
        browser.request(session -> assertThat(session.isNew()).isTrue());
    }

    @Test
    void timesAreWholeSeconds() {
        Browser browser = new Browser();
        browser.later(Duration.ofMillis(999));

        browser.request(session -> {
            assertThat(session.set("a", 1).createdAt()).isEqualTo(Browser.START);
            assertThat(session.expiresAt()).isEqualTo(Browser.START.plus(Duration.ofDays(365)));
        });
    }

    @Test
    void aSessionThatIsReadIsRenewedOnceItIsOldEnough() {
        Browser browser = new Browser(SessionLifetimeTest::idleTimeout);
        browser.request(session -> session.set("a", 1).flash("b", 2));
        SessionContent before = browser.content();
        browser.later(Duration.ofMinutes(5).minus(SECOND));
        assertThat(browser.request(UserSession::data).kind()).as("one second too young").isEqualTo(NONE);
        browser.later(SECOND);

        Commit commit = browser.request(session -> {
            assertThat(session.data()).isEqualTo(Map.of("a", 1, "b", 2));
            assertThat(session.expiresAt()).isEqualTo(browser.now().plus(Duration.ofMinutes(30)));
        });

        assertThat(commit).isEqualTo(new Commit(RENEW, new SessionContent(before.id(), before.createdAt(),
                before.issuedAt() + 300, 1800, false, before.entries()), 1800, false, false, null));
        assertThat(browser.request(UserSession::data).kind()).as("now young again").isEqualTo(NONE);
    }

    @Test
    void anUntouchedSessionIsNotRenewed() {
        Browser browser = new Browser(SessionLifetimeTest::idleTimeout);
        browser.request(session -> session.set("a", 1));
        browser.later(Duration.ofMinutes(10));

        assertThat(browser.request(session -> {
        }).kind()).isEqualTo(NONE);
    }

    @Test
    void aChangeOfASessionThatIsDueIsAChange() {
        Browser browser = new Browser(SessionLifetimeTest::idleTimeout);
        browser.request(session -> session.set("a", 1));
        browser.later(Duration.ofMinutes(10));

        assertThat(browser.request(session -> session.set("a", 2)).kind()).isEqualTo(SET);
    }

    @Test
    void aNewSessionIsNotDueForRenewal() {
        Browser browser = new Browser(SessionLifetimeTest::idleTimeout);

        assertThat(browser.request(UserSession::data).kind()).isEqualTo(NONE);
    }

    @Test
    void renewalMakesAnIdleTimeout() {
        Browser browser = new Browser(SessionLifetimeTest::idleTimeout);
        browser.request(session -> session.set("a", 1));
        for (int i = 0; i < 20; i++) {
            browser.later(Duration.ofMinutes(29));
            browser.request(session -> assertThat(session.get("a", int.class)).contains(1));
        }

        browser.later(Duration.ofMinutes(30));

        browser.request(session -> assertThat(session.isNew()).isTrue());
    }

    @Test
    void S11_nothingExtendsTheAbsoluteTimeout() {
        Browser browser = new Browser(config -> {
            idleTimeout(config);
            config.absoluteTimeout = Duration.ofHours(1);
        });
        browser.request(session -> session.set("a", 1));
        browser.later(Duration.ofMinutes(29));
        browser.request(session -> session.renew().maxAge(Duration.ofMinutes(30)).set("a", 2));
        browser.later(Duration.ofMinutes(11));

        Commit renewed = browser.request(session -> {
            session.renew();
            assertThat(session.expiresAt()).isEqualTo(Browser.START.plus(Duration.ofHours(1)));
        });
        browser.later(Duration.ofMinutes(19).plusSeconds(59));
        Commit due = browser.request(session -> assertThat(session.get("a", int.class)).contains(2));
        String copy = browser.cookie;

        assertThat(renewed.maxAge()).isEqualTo(20 * 60);
        assertThat(due.kind()).isEqualTo(RENEW);
        assertThat(due.maxAge()).isEqualTo(1);
        browser.later(SECOND);
        browser.request(session -> assertThat(session.isNew()).isTrue());
        browser.cookie = copy;
        browser.request(session -> assertThat(session.isNew()).isTrue());
    }

    @Test
    void aSessionWhoseAbsoluteTimeoutComesDuringARequestIsExpired() {
        Browser browser = new Browser(config -> config.absoluteTimeout = Duration.ofHours(1));
        browser.request(session -> session.set("a", 1));
        browser.later(Duration.ofHours(1).minus(SECOND));
        Browser.Request slow = browser.begin();
        slow.session.set("a", 2);
        browser.later(SECOND);

        assertThat(slow.respond().kind()).isEqualTo(EXPIRE);
    }

    @Test
    void aNewSessionStartsTheAbsoluteTimeoutAgain() {
        Browser browser = new Browser(config -> config.absoluteTimeout = Duration.ofHours(1));
        browser.request(session -> session.set("a", 1));
        browser.later(Duration.ofMinutes(59));

        Commit commit = browser.request(session -> {
            session.destroy();
            session.set("a", 1);
        });

        assertThat(commit.maxAge()).isEqualTo(3600);
    }

    @Test
    void anOwnLifetimeIsKeptAcrossChangesAndRenewals() {
        Browser browser = new Browser(SessionLifetimeTest::idleTimeout);
        browser.request(session -> session.set("a", 1).maxAge(Duration.ofMinutes(10)));
        browser.later(Duration.ofMinutes(1));

        Commit changed = browser.request(session -> session.set("a", 2));
        browser.later(Duration.ofMinutes(5));
        Commit due = browser.request(UserSession::data);
        Commit renewed = browser.request(UserSession::renew);
        Commit cleared = browser.request(UserSession::clear);

        assertThat(due.kind()).isEqualTo(RENEW);
        assertThat(Stream.of(changed, due, renewed, cleared).map(Commit::maxAge)).containsOnly(600L);
    }

    @Test
    void anOwnLifetimeCanBeChangedAndEndsWithTheSession() {
        Browser browser = new Browser(config -> config.maxAge = Duration.ofHours(1));
        browser.request(session -> session.set("a", 1).maxAge(Duration.ofMinutes(10)));

        Commit changed = browser.request(session -> session.maxAge(Duration.ofMinutes(20)));
        Commit begun = browser.request(session -> {
            session.destroy();
            session.set("a", 1);
        });

        assertThat(changed.maxAge()).isEqualTo(1200);
        assertThat(begun.maxAge()).isEqualTo(3600);
    }

    @ParameterizedTest
    @ValueSource(longs = { 999, 1, 0, -1, -1_000, Long.MIN_VALUE })
    void anOwnLifetimeIsAtLeastASecond(long millis) {
        Browser browser = new Browser();
        Browser.Request request = browser.begin();

        assertThatIllegalArgumentException().isThrownBy(() -> request.session.maxAge(Duration.ofMillis(millis)))
                .withMessageContaining("Session 'default'").withMessageContaining("one second")
                .withMessageContaining("destroy()");
        assertThat(request.respond().kind()).isEqualTo(NONE);
    }

    @Test
    void aLoweredMaxAgeEndsSessionsThatAreOut() {
        Browser browser = new Browser();
        browser.request(session -> session.set("a", 1));
        browser.restart(config -> config.maxAge = Duration.ofHours(1));

        browser.later(Duration.ofHours(1).minus(SECOND));
        browser.request(session -> assertThat(session.expiresAt()).isEqualTo(Browser.START.plus(Duration.ofHours(1))));
        browser.later(SECOND);
        browser.request(session -> assertThat(session.isNew()).isTrue());
    }

    @Test
    void aLoweredMaxAgeCapsOwnLifetimesToo() {
        Browser browser = new Browser();
        browser.request(session -> session.set("a", 1).maxAge(Duration.ofHours(2)));
        browser.restart(config -> config.maxAge = Duration.ofHours(1));
        browser.later(Duration.ofMinutes(30));

        Commit commit = browser.request(session -> session.set("a", 2));

        assertThat(commit.maxAge()).isEqualTo(3600);
    }

    @Test
    void aRaisedMaxAgeDoesNotBringBackAnOwnLifetimeThatWasCapped() {
        Browser browser = new Browser(config -> config.maxAge = Duration.ofHours(1));
        browser.request(session -> session.set("a", 1).maxAge(Duration.ofHours(2)));
        browser.restart(config -> config.maxAge = Duration.ofHours(3));

        assertThat(browser.request(session -> session.set("a", 2)).maxAge()).isEqualTo(3600);
    }

    @Test
    void aRaisedMaxAgeIsForSessionsThatAreWrittenAgain() {
        Browser browser = new Browser(config -> config.maxAge = Duration.ofHours(1));
        browser.request(session -> session.set("a", 1));
        browser.restart(config -> config.maxAge = Duration.ofHours(2));
        browser.later(Duration.ofMinutes(30));
        browser.request(session -> assertThat(session.expiresAt()).isEqualTo(Browser.START.plus(Duration.ofHours(1))));

        Commit commit = browser.request(session -> {
            session.set("a", 2);
            assertThat(session.expiresAt()).isEqualTo(browser.now().plus(Duration.ofHours(2)));
        });

        assertThat(commit.maxAge()).isEqualTo(7200);
    }

    private static void idleTimeout(TestConfig config) {
        config.maxAge = Duration.ofMinutes(30);
        config.renewAfter = Duration.ofMinutes(5);
    }

    private static Arguments lifetime(String name, Consumer<TestConfig> config, Consumer<UserSession> use, long seconds) {
        return arguments(named(name, config), use, seconds);
    }
}
