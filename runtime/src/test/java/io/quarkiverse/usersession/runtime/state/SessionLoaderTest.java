package io.quarkiverse.usersession.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.CookieScope;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;
import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.format.SessionId;
import io.quarkiverse.usersession.testsupport.CapturedLog;

class SessionLoaderTest {

    /** The same cookies each time: random ones have any short text in them now and then. */
    private static final Randomness RANDOM = new Random(6)::nextBytes;
    private static final long NOW = 1_700_000_000L;
    private static final CookieFormat FORMAT = format("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a");
    private static final String GOOD = seal("first", NOW);
    private static final String SECOND = seal("second", NOW);
    private static final String EXPIRED = seal("expired", NOW - 3600);
    private static final String EARLY = seal("early", NOW + 61);
    private static final String FOREIGN = format("x".repeat(32)).seal(content("foreign", NOW));
    private static final String DAMAGED = GOOD.substring(0, GOOD.length() - 1);
    private static final String LONG = "A".repeat(4096);

    private final SessionLoader loader = new SessionLoader("default", "__session", FORMAT, new Lifetimes(3600, 0, 0), null);
    private final SessionLoader patient = new SessionLoader("default", "__session", FORMAT, new Lifetimes(36_000, 0, 0), null);

    static Stream<Arguments> outcomes() {
        return Stream.of(
                arguments(GOOD, CookieOutcome.VALID),
                arguments(EXPIRED, CookieOutcome.EXPIRED),
                arguments(EARLY, CookieOutcome.NOT_YET_VALID),
                arguments(FOREIGN, CookieOutcome.UNKNOWN_KEY),
                arguments(DAMAGED, CookieOutcome.DAMAGED),
                arguments(GOOD.substring(0, 7), CookieOutcome.DAMAGED),
                arguments(GOOD.substring(0, 6), CookieOutcome.UNRECOGNIZED),
                arguments(GOOD + "=", CookieOutcome.DAMAGED),
                arguments(FOREIGN + "=", CookieOutcome.UNRECOGNIZED),
                arguments("Ag" + GOOD.substring(2), CookieOutcome.LATER_VERSION),
                arguments("rubbish", CookieOutcome.UNRECOGNIZED),
                arguments("%00\u0000é\"", CookieOutcome.UNRECOGNIZED),
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
    void S14_ofSeveralThatOpenTheOneIssuedLastWins() {
        String older = seal("older", NOW - 1);
        String oldest = seal("oldest", NOW - 2);
        for (List<String> order : List.of(List.of(GOOD, older, oldest), List.of(older, GOOD, oldest),
                List.of(oldest, older, GOOD), List.of(older, oldest, GOOD))) {
            assertThat(load("__session=" + String.join("; __session=", order)).content()).isEqualTo(content("first", NOW));
            assertThat(load(order.stream().map(value -> "__session=" + value).toArray(String[]::new)).content())
                    .isEqualTo(content("first", NOW));
        }
    }

    @Test
    void S14_anExpiredCookieOrOneFromTheFutureIsNotTheOneIssuedLast() {
        String older = seal("older", NOW - 10);
        SessionContent shortLived = new SessionContent(SessionId.parse("AAECAwQFBgcICQoL"), NOW - 5, NOW - 5, 5, true,
                Map.of());

        assertThat(load("__session=" + older + "; __session=" + EARLY + "; __session=" + FORMAT.seal(shortLived)).content())
                .isEqualTo(content("older", NOW - 10));
    }

    @Test
    void S36_ofTwoThatWereIssuedInOneSecondTheOneOfThePresentScopeWins() {
        String former = former("shop.org").seal(content("former", NOW));

        assertThat(load("__session=" + former + "; __session=" + GOOD).content()).isEqualTo(content("first", NOW));
        assertThat(load("__session=" + GOOD + "; __session=" + former).content()).isEqualTo(content("first", NOW));
    }

    @Test
    void S36_aCookieOfAFormerScopeOpensAndIsKnownAsSuch() {
        OpenedCookie cookie = load("__session=" + former("shop.org").seal(content("former", NOW)));

        assertThat(cookie.content()).isEqualTo(content("former", NOW));
        assertThat(cookie.isFormer()).isTrue();
        assertFormer(cookie, true, true, "shop.org");
        assertThat(load("__session=" + GOOD).former()).isNull();
    }

    @Test
    void S36_theFormerTwinsOfTheSessionsCookieAreKnown() {
        String twins = "__session=" + former("shop.org").seal(content("former", NOW - 9)) + "; __session="
                + former("www.shop.org").seal(content("expired", NOW - 3_600)) + "; __session=";

        assertFormer(load(twins + GOOD), false, true, "shop.org", "www.shop.org");
        assertFormer(load(twins + GOOD + "; __session=" + DAMAGED), false, true, "shop.org", "www.shop.org");
        assertFormer(load(twins + GOOD + "; __session=another's"), false, false, "shop.org", "www.shop.org");
        assertFormer(load(twins + GOOD + "; __session=" + FOREIGN), false, false, "shop.org", "www.shop.org");
        assertFormer(load(twins + seal("older", NOW - 10)), true, true, "shop.org", "www.shop.org");
        assertFormer(load(twins), true, true, "shop.org", "www.shop.org");
    }

    @Test
    void S36_aDeadCookieOfAFormerScopeIsNotExpiredUnderThePresentOne() {
        OpenedCookie cookie = load("__session=" + former("shop.org").seal(content("expired", NOW - 3_600)));

        assertThat(cookie.outcome()).isEqualTo(CookieOutcome.EXPIRED);
        assertThat(cookie.isDead()).isFalse();
        assertFormer(cookie, true, true, "shop.org");
        OpenedCookie early = load("__session=" + former("shop.org").seal(content("early", NOW + 61)));
        assertThat(early.isDead()).isFalse();
    }

    /** An attacker on another host of the domain can set a cookie of the attacker's own beside that of the user. */
    @Test
    void S14_twoOfThePresentScopeThatNameDifferentSignInsAreNoSession() {
        String ada = "__session=" + FORMAT.seal(signedIn("ada", NOW - 5));
        String mallory = "__session=" + FORMAT.seal(signedIn("mallory", NOW));

        for (String header : List.of(ada + "; " + mallory, mallory + "; " + ada, ada + "; __session=" + GOOD + "; " + mallory,
                mallory + "; " + ada + "; __session=" + former("shop.org").seal(signedIn("ada", NOW + 1)))) {
            OpenedCookie cookie = load(header);

            assertThat(cookie.outcome()).isEqualTo(CookieOutcome.CONFLICTING);
            assertThat(cookie.content()).isNull();
            assertThat(cookie.isDead()).isFalse();
        }
    }

    @Test
    void S14_theSameUserSignedInAtAnotherTimeIsAnotherSignIn() {
        assertThat(load("__session=" + FORMAT.seal(signedIn("ada", NOW - 5)) + "; __session="
                + FORMAT.seal(signedIn("ada", NOW))).outcome()).isEqualTo(CookieOutcome.CONFLICTING);
    }

    @Test
    void S14_twoOfOneFormerScopeThatNameDifferentSignInsAreNoSessionEither() {
        assertThat(load("__session=" + former("shop.org").seal(signedIn("ada", NOW - 5)) + "; __session="
                + former("shop.org").seal(signedIn("mallory", NOW))).outcome()).isEqualTo(CookieOutcome.CONFLICTING);
    }

    @Test
    void S14_whatIsNoConflict() {
        String ada = "__session=" + FORMAT.seal(signedIn("ada", NOW - 5));

        assertThat(load(ada + "; " + ada).isValid()).isTrue();
        assertThat(load(ada + "; __session=" + GOOD).content()).isEqualTo(content("first", NOW));
        assertThat(load(ada + "; __session=" + former("shop.org").seal(signedIn("grace", NOW))).content().issuedAt())
                .isEqualTo(NOW);
        assertThat(load(ada + "; __session=" + FORMAT.seal(signedIn("grace", NOW - 3_600))).content()
                .issuedAt()).isEqualTo(NOW - 5);
    }

    @Test
    void S14_aSignInIsNotBelievedWhileThereAreCookiesThatWereNotOpened() {
        String eight = ("__session=" + FORMAT.seal(signedIn("mallory", NOW)) + "; ").repeat(8);

        assertThat(load(eight).isValid()).isTrue();
        assertThat(load(eight + "__session=" + FORMAT.seal(signedIn("ada", NOW))).outcome()).isEqualTo(CookieOutcome.TOO_MANY);
        assertThat(load(("__session=" + GOOD + "; ").repeat(9)).isValid()).isTrue();
    }

    @Test
    void S14_aConflictIsAWarningOnceAnHour() {
        String header = "__session=" + FORMAT.seal(signedIn("ada", NOW + 1)) + "; __session="
                + FORMAT.seal(signedIn("bob", NOW + 1));
        try (CapturedLog log = new CapturedLog()) {
            for (long now : new long[] { NOW, NOW, NOW + 3_599, NOW + 3_600 }) {
                patient.load(List.of(header), now);
            }

            assertThat(log.messages("WARN")).hasSize(2).allSatisfy(message -> assertThat(message)
                    .startsWith("Session 'default': a request has two cookies of the same domain and path that name different"
                            + " sign-ins.")
                    .contains("nobody is signed in", "__Host-", "at most once an hour").doesNotContain("ada", "bob"));
        }
    }

    /** Which of them are reported decides what is expired. */
    @Test
    void S35_ofSeveralDeadCookiesTheOneOfThePresentScopeIsExpiredAndOfOthersNone() {
        String expired = "__session=" + EXPIRED;
        String damaged = "__session=" + DAMAGED;
        for (String others : List.of("__session=another's", "__session=" + LONG, "__session=another's; " + damaged)) {
            assertThat(load(expired + "; " + others).isDead()).as(others).isTrue();
            assertThat(load(damaged + "; " + others).isDead()).as(others).isFalse();
            assertThat(load(others + "; " + damaged).isDead()).as(others).isFalse();
        }
        for (String goodAgain : List.of(FOREIGN, EARLY, "Ag" + GOOD.substring(2))) {
            for (String dead : List.of(expired, damaged, expired + "; " + damaged)) {
                assertThat(load("__session=" + goodAgain + "; " + dead).isDead()).isFalse();
                assertThat(load(dead + "; __session=" + goodAgain).isDead()).isFalse();
            }
        }
        assertThat(load(damaged + "; " + damaged).isDead()).isTrue();
        assertThat(load(damaged + "; " + expired).outcome()).isEqualTo(CookieOutcome.EXPIRED);
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
    void amongBadOnesOfAKindTheFirstTellsTheReason() {
        assertThat(load("__session=" + FOREIGN + "; __session=" + EARLY).outcome()).isEqualTo(CookieOutcome.UNKNOWN_KEY);
        assertThat(load("__session=" + EARLY, "__session=" + FOREIGN).outcome()).isEqualTo(CookieOutcome.NOT_YET_VALID);
        assertThat(load("__session=rubbish; __session=" + LONG).outcome()).isEqualTo(CookieOutcome.UNRECOGNIZED);
        assertThat(load("__session=; __session=" + LONG).outcome()).isEqualTo(CookieOutcome.TOO_LONG);
    }

    @Test
    void S14_extraCookiesAreLogged() {
        try (CapturedLog log = new CapturedLog()) {
            load("__session=" + GOOD + "=; __session=" + EXPIRED + "; __session=" + GOOD);

            assertThat(log.messages("DEBUG")).containsExactly(
                    "Session 'default': cookie outcome damaged",
                    "Session 'default': cookie outcome expired",
                    "Session 'default': cookie outcome valid",
                    "Cookie '__session': of several in the request, 2 were tried and 1 were refused by their looks");
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

    private static void assertFormer(OpenedCookie cookie, boolean ofSession, boolean alone, String... domains) {
        assertThat(cookie.former().ofSession()).isEqualTo(ofSession);
        assertThat(cookie.former().alone()).isEqualTo(alone);
        assertThat(cookie.former().scopes()).hasSize(domains.length);
        for (String domain : domains) {
            assertThat(cookie.former().hasScope(new CookieScope(domain, "/", false).hash())).as(domain).isTrue();
        }
    }

    /** As cookies were sealed while that domain was configured. */
    private static CookieFormat former(String domain) {
        return new CookieFormat("__session", new CookieScope(domain, "/", false),
                KeyRing.of("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a"), RANDOM);
    }

    private static SessionContent signedIn(String user, long issuedAt) {
        return new SessionContent(SessionId.parse("AAECAwQFBgcICQoL"), issuedAt, issuedAt, 3600, false,
                Map.of(EntryKey.SIGN_IN,
                        new SignedIn(new SessionId(user.hashCode(), (int) issuedAt).toString(), user, Set.of(), issuedAt)
                                .toEntry()));
    }

    private OpenedCookie load(String... cookieHeaders) {
        return loader.load(List.of(cookieHeaders), NOW);
    }

    private static CookieFormat format(String secret) {
        return new CookieFormat("__session", CookieScope.DEFAULT, KeyRing.of(secret), RANDOM);
    }

    private static String seal(String user, long issuedAt) {
        return FORMAT.seal(content(user, issuedAt));
    }

    private static SessionContent content(String user, long issuedAt) {
        return new SessionContent(SessionId.parse("AAECAwQFBgcICQoL"), issuedAt, issuedAt, 3600, false, Map.of("userID", user));
    }
}
