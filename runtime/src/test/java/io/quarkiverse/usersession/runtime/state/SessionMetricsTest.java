package io.quarkiverse.usersession.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;

class SessionMetricsTest {

    private final SessionMetrics metrics = new SessionMetrics();

    @ParameterizedTest
    @EnumSource
    void eachOutcomeIsCountedForItself(CookieOutcome outcome) {
        metrics.opened(OpenedCookie.unusable(outcome));
        metrics.opened(OpenedCookie.unusable(outcome));

        assertThat(opened(metrics)).containsExactly(Map.entry(outcome, 2L));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = { "NONE", "EXPIRE" })
    void eachKindOfCommitIsCountedForItself(Commit.Kind kind) {
        metrics.set(kind, 300);
        metrics.set(kind, 300);

        assertThat(commits(metrics)).containsExactly(Map.entry(kind, 2L));
    }

    @Test
    void sizesAreAddedUpAndTheLargestIsKept() {
        metrics.set(Commit.Kind.SET, 300);
        metrics.set(Commit.Kind.RENEW, 500);
        metrics.set(Commit.Kind.RE_SEAL, 200);

        assertThat(metrics.cookieBytes()).isEqualTo(1_000);
        assertThat(metrics.largestCookieBytes()).isEqualTo(500);
    }

    @Test
    void anExpiredCookieHasNoSize() {
        metrics.expired();

        assertThat(commits(metrics)).containsExactly(Map.entry(Commit.Kind.EXPIRE, 1L));
        assertThat(metrics.cookieBytes()).isZero();
        assertThat(metrics.largestCookieBytes()).isZero();
    }

    @Test
    void aSessionIsCountedWhenItIsFirstUsedAndOnlyThen() {
        Browser browser = new Browser();

        browser.request(session -> {
        });
        assertThat(opened(browser.metrics())).isEmpty();

        browser.request(session -> session.set("user", "ada").get("user"));
        browser.request(session -> session.get("user"));
        assertThat(opened(browser.metrics()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(CookieOutcome.ABSENT, 1L, CookieOutcome.VALID, 1L));
    }

    @Test
    void amongSeveralCookiesTheOneThatDecidesIsCounted() {
        Browser browser = new Browser();
        browser.request(session -> session.set("user", "ada"));

        browser.begin(List.of("__session=damaged; __session=" + browser.cookie)).session.isNew();

        assertThat(opened(browser.metrics()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(CookieOutcome.ABSENT, 1L, CookieOutcome.VALID, 1L));
    }

    @Test
    void aCookieSealedWithAnAcceptedSecretIsCountedAsThatToo() {
        String old = "kX4vTq9Zb2Wn7Lc5Yd8Rf1Hm6Js3Gp0Ua";
        Browser browser = new Browser();
        browser.secrets(KeyRing.of(old));
        browser.request(session -> session.set("user", "ada"));
        browser.secrets(KeyRing.of("pB7yMw3Kz9Xt5Qv1Nc8Hd4Rf6Lj2Gs0Ea", List.of(old)));

        for (int i = 0; i < 3; i++) {
            browser.request(session -> session.get("user"));
        }

        assertThat(opened(browser.metrics())).containsExactly(Map.entry(CookieOutcome.VALID, 3L));
        assertThat(browser.metrics().openedWithAcceptedSecret()).isEqualTo(1);
    }

    private static Map<CookieOutcome, Long> opened(SessionMetrics metrics) {
        return Arrays.stream(CookieOutcome.values()).filter(outcome -> metrics.opened(outcome) > 0)
                .collect(Collectors.toMap(outcome -> outcome, metrics::opened));
    }

    private static Map<Commit.Kind, Long> commits(SessionMetrics metrics) {
        return Arrays.stream(Commit.Kind.values()).filter(kind -> metrics.commits(kind) > 0)
                .collect(Collectors.toMap(kind -> kind, metrics::commits));
    }
}
