package io.quarkiverse.usersession.runtime.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usersession.runtime.CountedCrypto;
import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.foreign.ForeignFormat;
import io.quarkiverse.usersession.runtime.foreign.GorillaCookies;
import io.quarkiverse.usersession.runtime.foreign.GorillaFormat;
import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.GorillaKeys;
import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.Serializer;
import io.quarkiverse.usersession.runtime.foreign.Importer;
import io.quarkiverse.usersession.runtime.foreign.RemixFormat;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.CookieScope;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;
import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.format.SessionId;
import io.quarkiverse.usersession.testsupport.Allocation;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkiverse.usersession.testsupport.RemixCookies;

/** S31: a request with very many cookies of a session's name costs little more than one with a few. */
class CookieFloodTest {

    // the id of a key, boxed to be looked up; an exception with its stack trace has a thousand
    private static final long MOST_BYTES = 16;

    private static final long NOW = 1_700_000_000L;
    private static final String SECRET = "Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a";
    private static final String OLD_SECRET = "abcdef1234";
    private static final SessionContent CONTENT = new SessionContent(SessionId.parse("AAECAwQFBgcICQoL"), NOW, NOW, 3600, false,
            Map.of("userID", "ada"));

    private static final String GOOD = format(SECRET).seal(CONTENT);
    private static final String BAD_TAG = changed(GOOD, GOOD.length() - 2);

    private static final String REMIX = RemixCookies.signed(OLD_SECRET, "{\"userID\":\"grace\"}");
    private static final String BAD_REMIX = RemixCookies.signed("another", "{\"userID\":\"grace\"}");
    private static final String GORILLA = GorillaCookies.signed("old", OLD_SECRET, NOW,
            "{\"userID\":\"alan\"}".getBytes(UTF_8));
    private static final String BAD_GORILLA = GorillaCookies.signed("old", "another", NOW,
            "{\"userID\":\"alan\"}".getBytes(UTF_8));

    private final Lifetimes lifetimes = new Lifetimes(3600, 0, 0);

    static Stream<Arguments> refusedByTheirLooks() {
        byte[] good = Base64.getUrlDecoder().decode(GOOD);
        byte[] otherVersion = good.clone();
        otherVersion[0] = 2;
        return Stream.of("!!", "..", "x", "AQ", "%%", "é", "\ud83d\ude00", "A".repeat(200), "A".repeat(5_000),
                format("x".repeat(32)).seal(CONTENT), encode(otherVersion), GOOD + "=", "!" + GOOD.substring(1),
                GOOD.substring(0, 3) + "!" + GOOD.substring(4), GOOD.substring(0, GOOD.length() - 1) + "!",
                GOOD.substring(0, 50) + "." + GOOD.substring(51),
                GOOD.substring(0, 90) + "\ud83d\ude00", GOOD.substring(0, 60), REMIX, GORILLA)
                .map(value -> arguments(value));
    }

    @Test
    void S31_atMostEightCookiesOfANameAreDecryptedAndWithOneCipher() {
        try (CountedCrypto crypto = new CountedCrypto()) {
            OpenedCookie opened = ours().load(List.of(cookies("__session", BAD_TAG, 183)), NOW);

            assertThat(opened).isEqualTo(OpenedCookie.TOO_MANY);
            assertThat(crypto.decryptions()).isEqualTo(8);
            assertThat(crypto.ciphers()).isEqualTo(1);
        }
    }

    @Test
    void S31_theSameHoldsForLinesOfTheirOwn() {
        try (CountedCrypto crypto = new CountedCrypto()) {
            OpenedCookie opened = ours().load(Collections.nCopies(183, "__session=" + BAD_TAG), NOW);

            assertThat(opened).isEqualTo(OpenedCookie.TOO_MANY);
            assertThat(crypto.decryptions()).isEqualTo(8);
        }
    }

    @Test
    void S31_theGoodCookieIsFoundAmongTheFirstEightThatHaveToBeDecrypted() {
        SessionLoader loader = ours();
        for (int before = 0; before < 12; before++) {
            OpenedCookie opened = loader.load(List.of(cookies("__session", BAD_TAG, before) + "__session=" + GOOD + "; "
                    + cookies("__session", BAD_TAG, 200)), NOW);

            assertThat(opened.outcome()).isEqualTo(before < 8 ? CookieOutcome.VALID : CookieOutcome.TOO_MANY);
        }
    }

    @Test
    void eightThatDoNotOpenAreNotTooMany() {
        assertThat(ours().load(List.of(cookies("__session", BAD_TAG, 8)), NOW).outcome()).isEqualTo(CookieOutcome.DAMAGED);
    }

    @ParameterizedTest
    @MethodSource("refusedByTheirLooks")
    void S31_cookiesThatAreRefusedByTheirLooksAreNotDecryptedAndDoNotCount(String value) {
        try (CountedCrypto crypto = new CountedCrypto()) {
            String header = cookies("__session", value, 150) + "__session=" + BAD_TAG + "; "
                    + cookies("__session", value, 150) + "__session=" + GOOD;

            OpenedCookie opened = ours().load(List.of(header), NOW);

            assertThat(opened.content()).isEqualTo(CONTENT);
            assertThat(crypto.decryptions()).isEqualTo(2);
            assertThat(crypto.ciphers()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("refusedByTheirLooks")
    void S31_aCookieThatIsRefusedByItsLooksAllocatesNextToNothing(String value) {
        SessionLoader loader = ours();
        List<String> one = List.of(cookies("__session", value, 1));
        List<String> many = List.of(cookies("__session", value, 1_001));

        long difference = bytes(() -> loader.load(many, NOW)) - bytes(() -> loader.load(one, NOW));

        assertThat(difference / 1_000).isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void S31_cookiesBeyondTheEighthAllocateNothing() {
        SessionLoader loader = ours();
        List<String> eight = List.of(cookies("__session", BAD_TAG, 8));
        List<String> many = List.of(cookies("__session", BAD_TAG, 1_008));

        long difference = bytes(() -> loader.load(many, NOW)) - bytes(() -> loader.load(eight, NOW));

        assertThat(difference).isLessThan(1_000);
    }

    static Stream<Arguments> imports() {
        RemixFormat remix = new RemixFormat(List.of("first", OLD_SECRET, "third"));
        return Stream.of(
                arguments(remix, REMIX, BAD_REMIX, 3),
                arguments(gorilla(Serializer.JSON), GORILLA, BAD_GORILLA, 2),
                arguments(gorilla(Serializer.GOB), null, BAD_GORILLA, 2));
    }

    @ParameterizedTest
    @MethodSource("imports")
    void S31_atMostEightCookiesToBeImportedHaveTheirSignaturesVerified(ForeignFormat format, String good, String bad,
            int secrets) {
        SessionLoader loader = importing(format);
        try (CountedCrypto crypto = new CountedCrypto()) {
            OpenedCookie opened = loader.load(List.of(cookies("old", bad, 150)), NOW);

            assertThat(opened).isEqualTo(OpenedCookie.ABSENT);
            assertThat(crypto.signatures()).isEqualTo(8 * secrets);
            assertThat(crypto.macs()).isLessThanOrEqualTo(secrets);
            assertThat(crypto.decryptions()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("imports")
    void S31_theGoodCookieIsImportedAmongTheFirstEightThatLookSigned(ForeignFormat format, String good, String bad,
            int secrets) {
        SessionLoader loader = importing(format);
        for (int before = 0; before < 12 && good != null; before++) {
            OpenedCookie opened = loader.load(List.of(cookies("old", "!!", 200) + cookies("old", bad, before) + "old=" + good),
                    NOW);

            assertThat(opened.outcome()).isEqualTo(before < 8 ? CookieOutcome.IMPORTED : CookieOutcome.ABSENT);
        }
    }

    @ParameterizedTest
    @MethodSource("imports")
    void S31_cookiesToBeImportedThatAreRefusedByTheirLooksAllocateNextToNothing(ForeignFormat format, String good, String bad,
            int secrets) {
        SessionLoader loader = importing(format);
        for (String value : List.of("!!", "..", ".", "%", "%2", "%zz", "%e9", "e30=" + ".".repeat(44), "e30." + "A".repeat(43),
                "e30=." + "A".repeat(42), "." + "A".repeat(43), "e3!=." + "A".repeat(43), "e30=." + "A".repeat(42) + "!",
                "e30=." + "%2B".repeat(44), "é", "\ud83d\ude00", "A".repeat(5_000), "MTc=",
                bad.substring(0, bad.length() - 7), bad + "=", bad.substring(0, 9) + "!" + bad.substring(10),
                GOOD)) {
            List<String> one = List.of(cookies("old", value, 1));
            List<String> many = List.of(cookies("old", value, 1_001));

            long difference = bytes(() -> loader.load(many, NOW)) - bytes(() -> loader.load(one, NOW));

            assertThat(difference / 1_000).as(value).isLessThanOrEqualTo(MOST_BYTES);
        }
    }

    /** With the cookie's name being ours, as it is unless configured. */
    @Test
    void S31_cookiesOfOneNameAreTriedAsOursAndThenAsThoseOfTheOtherSystem() {
        CookieAttributes ours = new CookieAttributes("__session", "/", null, SameSite.LAX, true, Secure.AUTO, false);
        SessionLoader loader = new SessionLoader("default", "__session", format(SECRET), lifetimes,
                new Importer(ours, new RemixFormat(List.of(OLD_SECRET)), key -> null, NOW + 1));
        try (CountedCrypto crypto = new CountedCrypto()) {
            String flood = cookies("__session", BAD_TAG, 100) + cookies("__session", "!!", 1_000);

            OpenedCookie opened = loader.load(List.of(flood + cookies("__session", BAD_REMIX, 7) + "__session=" + REMIX), NOW);

            assertThat(opened.outcome()).isEqualTo(CookieOutcome.IMPORTED);
            assertThat(crypto.decryptions()).isEqualTo(8);
            assertThat(crypto.signatures()).isEqualTo(8);
        }
    }

    @Test
    void S31_theLogHasALineForEachCookieThatIsTriedAndTwoForAllOthers() {
        String flood = "__session=!!; " + cookies("__session", "..", 1_000) + cookies("__session", BAD_TAG, 100);
        try (CapturedLog log = new CapturedLog()) {
            ours().load(List.of(flood), NOW);

            assertThat(log.messages("DEBUG")).hasSize(10)
                    .startsWith("Session 'default': cookie outcome unrecognized", "Session 'default': cookie outcome damaged")
                    .endsWith("Cookie '__session': of several in the request, 8 were tried and 1001 were refused by their"
                            + " looks; the others were not tried");
        }
        try (CapturedLog log = new CapturedLog()) {
            importing(new RemixFormat(List.of(OLD_SECRET)))
                    .load(List.of(cookies("old", "..", 1_000) + cookies("old", BAD_REMIX, 100)), NOW);

            assertThat(log.messages("DEBUG")).hasSize(17) // with the reason of each
                    .endsWith("Cookie 'old': of several in the request, 8 were tried and 1000 were refused by their looks;"
                            + " the others were not tried");
        }
    }

    private SessionLoader ours() {
        return new SessionLoader("default", "__session", format(SECRET), lifetimes, null);
    }

    private SessionLoader importing(ForeignFormat format) {
        CookieAttributes old = new CookieAttributes("old", "/", null, SameSite.LAX, true, Secure.AUTO, false);
        return new SessionLoader("default", "__session", format(SECRET), lifetimes,
                new Importer(old, format, key -> null, NOW + 1));
    }

    private static CookieFormat format(String secret) {
        return new CookieFormat("__session", CookieScope.DEFAULT, KeyRing.of(secret), new SecureRandom()::nextBytes);
    }

    private static GorillaFormat gorilla(Serializer serializer) {
        return new GorillaFormat("old", List.of(new GorillaKeys("first", null), new GorillaKeys(OLD_SECRET, null)), serializer,
                3600);
    }

    private static String cookies(String name, String value, int number) {
        return (name + "=" + value + "; ").repeat(number);
    }

    private static String changed(String value, int at) {
        return value.substring(0, at) + (value.charAt(at) == 'A' ? 'B' : 'A') + value.substring(at + 1);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The least of several runs: the first ones load classes. */
    private static long bytes(Runnable operation) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long before = Allocation.bytesSoFar();
            operation.run();
            least = Math.min(least, Allocation.bytesSoFar() - before);
        }
        return least;
    }
}
