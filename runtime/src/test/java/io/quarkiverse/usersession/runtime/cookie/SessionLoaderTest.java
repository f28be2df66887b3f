package io.quarkiverse.usersession.runtime.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usersession.runtime.CapturedLog;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.CookieScope;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;
import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.format.SessionId;

class SessionLoaderTest {

    private static final long NOW = 1_700_000_000L;
    private static final CookieFormat FORMAT = format("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a");
    private static final String GOOD = seal("first", NOW);
    private static final String SECOND = seal("second", NOW);
    private static final String EXPIRED = seal("expired", NOW - 3600);
    private static final String EARLY = seal("early", NOW + 61);
    private static final String FOREIGN = format("x".repeat(32)).seal(content("foreign", NOW));
    private static final String DAMAGED = GOOD.substring(0, GOOD.length() - 1);
    private static final String LONG = "A".repeat(4096);

    private final SessionLoader loader = new SessionLoader("__session", FORMAT, new Lifetimes(3600, 0, 0), null);

    static Stream<Arguments> outcomes() {
        return Stream.of(
                arguments(GOOD, CookieOutcome.VALID),
                arguments(EXPIRED, CookieOutcome.EXPIRED),
                arguments(EARLY, CookieOutcome.NOT_YET_VALID),
                arguments(FOREIGN, CookieOutcome.UNKNOWN_KEY),
                arguments(DAMAGED, CookieOutcome.DAMAGED),
                arguments("rubbish", CookieOutcome.DAMAGED),
                arguments("%00\u0000é\"", CookieOutcome.DAMAGED),
                arguments(LONG, CookieOutcome.TOO_LONG),
                arguments("", CookieOutcome.ABSENT),
                arguments("\"\"", CookieOutcome.ABSENT));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void tellsWhatBecameOfTheCookie(String value, CookieOutcome outcome) {
        OpenedCookie cookie = load("x=1; __session=" + value + "; y=2");

        assertThat(cookie.outcome()).isEqualTo(outcome);
        assertThat(cookie.content()).isEqualTo(outcome == CookieOutcome.VALID ? content("first", NOW) : null);
    }

    @Test
    void noCookieIsAbsent() {
        assertThat(load()).isEqualTo(OpenedCookie.ABSENT);
        assertThat(load("__Host-__session=" + GOOD + "; __Session=" + GOOD)).isEqualTo(OpenedCookie.ABSENT);
    }

    @Test
    void S14_theFirstThatOpensWins() {
        assertThat(load("__session=" + GOOD + "; __session=" + SECOND).content()).isEqualTo(content("first", NOW));
        assertThat(load("__session=" + SECOND, "__session=" + GOOD).content()).isEqualTo(content("second", NOW));
    }

    @Test
    void S14_aGoodCookieIsFoundAmongManyBadOnes() {
        List<String> bad = List.of(EXPIRED, EARLY, FOREIGN, DAMAGED, LONG, "rubbish", "");
        for (int at = 0; at <= bad.size(); at++) {
            List<String> values = new ArrayList<>(bad);
            values.add(at, GOOD);

            assertThat(load("__session=" + String.join("; __session=", values)).content()).isEqualTo(content("first", NOW));
        }
    }

    @Test
    void amongBadOnesTheFirstTellsTheReason() {
        assertThat(load("__session=" + EXPIRED + "; __session=" + DAMAGED).outcome()).isEqualTo(CookieOutcome.EXPIRED);
        assertThat(load("__session=" + DAMAGED, "__session=" + EXPIRED).outcome()).isEqualTo(CookieOutcome.DAMAGED);
        assertThat(load("__session=; __session=" + LONG).outcome()).isEqualTo(CookieOutcome.TOO_LONG);
    }

    @Test
    void S14_extraCookiesAreLogged() {
        try (CapturedLog log = new CapturedLog()) {
            load("__session=" + DAMAGED + "; __session=" + EXPIRED + "; __session=" + GOOD);

            assertThat(log.messages("DEBUG")).containsExactly(
                    "Session '__session': the cookie is damaged",
                    "Session '__session': the cookie is expired",
                    "Session '__session': the cookie is valid",
                    "Cookie '__session': of several in the request 2 were tried and 1 refused by their looks");
        }
    }

    @Test
    void S5_nothingOfACookieIsLogged() {
        List<String> values = outcomes().map(outcome -> (String) outcome.get()[0]).filter(value -> value.length() >= 7)
                .toList();
        try (CapturedLog log = new CapturedLog()) {
            for (String value : values) {
                load("__session=" + value);
            }

            assertThat(log.text().lines()).hasSize(values.size());
            for (String value : values) {
                for (int i = 0; i + 7 <= value.length(); i++) {
                    assertThat(log.text()).doesNotContain(value.substring(i, i + 7));
                }
            }
            assertThat(log.text()).doesNotContain("userID", "first", "AAECAwQFBgcICQoL");
        }
    }

    private OpenedCookie load(String... cookieHeaders) {
        return loader.load(List.of(cookieHeaders), NOW);
    }

    private static CookieFormat format(String secret) {
        return new CookieFormat("__session", CookieScope.DEFAULT, KeyRing.of(secret), new SecureRandom()::nextBytes);
    }

    private static String seal(String user, long issuedAt) {
        return FORMAT.seal(content(user, issuedAt));
    }

    private static SessionContent content(String user, long issuedAt) {
        return new SessionContent(SessionId.parse("AAECAwQFBgcICQoL"), issuedAt, issuedAt, 3600, false, Map.of("userID", user));
    }
}
