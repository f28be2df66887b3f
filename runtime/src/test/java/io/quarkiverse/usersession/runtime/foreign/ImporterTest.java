package io.quarkiverse.usersession.runtime.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.CookieScope;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;
import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.format.SessionId;
import io.quarkiverse.usersession.runtime.state.Lifetimes;
import io.quarkiverse.usersession.runtime.state.SessionLoader;
import io.quarkiverse.usersession.testsupport.CapturedLog;

class ImporterTest {

    private static final long NOW = 1_700_000_000L;
    private static final long END = NOW + 1_000;

    /** Opens every value that begins with "good", to what follows under the key "user". */
    private static final ForeignFormat FORMAT = (value, now) -> value.startsWith("good")
            ? OpenedForeignCookie.valid(value.equals("goodempty") ? Map.of()
                    : Map.of("user", value.substring(4), EntryKey.flash("toast"), "Saved"), now, Set.of())
            : OpenedForeignCookie.unusable(CookieOutcome.DAMAGED);

    private static final CookieAttributes OLD = new CookieAttributes("old", "/", null, SameSite.LAX, true, Secure.AUTO, false);

    private final Lifetimes lifetimes = new Lifetimes(3_600, 0, 0);
    private final CookieFormat ours = new CookieFormat("__session", CookieScope.DEFAULT,
            KeyRing.of("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a"),
            new SecureRandom()::nextBytes);

    @Test
    void opensTheFirstGoodCookieOfItsName() {
        Importer importer = new Importer(OLD, FORMAT, key -> null, END);

        assertThat(importer.open(List.of("old=bad; older=goodx; old=goodada; old=goodgrace"), NOW).entries())
                .isEqualTo(Map.of("user", "ada", EntryKey.flash("toast"), "Saved"));
        assertThat(importer.open(List.of("old=bad; older=goodx"), NOW)).isNull();
        assertThat(importer.open(List.of(), NOW)).isNull();
    }

    @Test
    void givesPlainAndFlashValuesTheirNewKeys() {
        Importer importer = new Importer(OLD, FORMAT, Map.of("user", "!userID", "toast", "message")::get, END);

        assertThat(importer.open(List.of("old=goodada"), NOW).entries())
                .isEqualTo(Map.of(EntryKey.plain("!userID"), "ada", EntryKey.flash("message"), "Saved"));
    }

    @Test
    void endsInTheSecondThatItIsGiven() {
        Importer importer = new Importer(OLD, FORMAT, key -> null, END);

        assertThat(importer.open(List.of("old=goodada"), END - 1)).isNotNull();
        assertThat(importer.open(List.of("old=goodada"), END)).isNull();
    }

    @Test
    void anImportedSessionIsANewOneOfOurs() {
        OpenedCookie cookie = load("old=goodada");

        assertThat(cookie.outcome()).isEqualTo(CookieOutcome.IMPORTED);
        SessionContent content = cookie.content();
        assertThat(content).isEqualTo(new SessionContent(content.id(), NOW, NOW, 3_600, false,
                Map.of("user", "ada", EntryKey.flash("toast"), "Saved")));
        assertThat(content.id()).isNotEqualTo(load("old=goodada").content().id());
    }

    @Test
    void aCookieOfOursComesFirst() {
        String own = "__session="
                + ours.seal(
                        new SessionContent(SessionId.parse("AAECAwQFBgcICQoL"), NOW, NOW, 3_600, false, Map.of("user", "x")));

        assertThat(load("old=goodada; " + own).outcome()).isEqualTo(CookieOutcome.VALID);
        assertThat(load(own + "; old=goodada").outcome()).isEqualTo(CookieOutcome.VALID);
    }

    @Test
    void aDamagedCookieOfOursDoesNotKeepAForeignOneFromBeingImported() {
        String damaged = "__session=" + seal(ours, NOW).substring(0, 90);

        assertThat(load(damaged + "; old=goodada").outcome()).isEqualTo(CookieOutcome.IMPORTED);
        assertThat(load(damaged + "; old=bad").outcome()).isEqualTo(CookieOutcome.DAMAGED);
        assertThat(load("__session=" + seal(ours, NOW - 3_600) + "; old=goodada").outcome()).isEqualTo(CookieOutcome.IMPORTED);
        assertThat(load("__session=another's; old=goodada").outcome()).isEqualTo(CookieOutcome.IMPORTED);
        assertThat(load("__session=another's; old=bad").outcome()).isEqualTo(CookieOutcome.UNRECOGNIZED);
        assertThat(load("old=bad").outcome()).isEqualTo(CookieOutcome.ABSENT);
    }

    /** What was imported here by a replica with the new secret, and changed since, must not begin again. */
    @Test
    void S35_nothingIsImportedOverACookieThatMayBeGoodAgain() {
        CookieFormat newSecret = new CookieFormat("__session", CookieScope.DEFAULT, KeyRing.of("x".repeat(32)),
                new SecureRandom()::nextBytes);

        assertThat(load("__session=" + seal(newSecret, NOW) + "; old=goodada").outcome()).isEqualTo(CookieOutcome.UNKNOWN_KEY);
        assertThat(load("__session=" + seal(ours, NOW + 61) + "; old=goodada").outcome())
                .isEqualTo(CookieOutcome.NOT_YET_VALID);
        assertThat(load("__session=Ag" + seal(ours, NOW).substring(2) + "; old=goodada").outcome())
                .isEqualTo(CookieOutcome.LATER_VERSION);
    }

    @Test
    void S35_anEmptySessionIsNotImportedOverAnotherApplicationsCookie() {
        assertThat(load("old=goodempty").outcome()).isEqualTo(CookieOutcome.IMPORTED);
        assertThat(load("__session=another's; old=goodempty").outcome()).isEqualTo(CookieOutcome.UNRECOGNIZED);
    }

    @Test
    void valuesThatDoNotFitTogetherAreNotImportedAndLogged() {
        try (CapturedLog log = new CapturedLog()) {
            OpenedCookie cookie = load(lifetimes, imported(Map.of("a", "x".repeat(2_000), "b", "x".repeat(2_000)), NOW));

            assertThat(cookie.outcome()).isEqualTo(CookieOutcome.ABSENT);
            assertThat(log.messages("WARN")).singleElement().asString()
                    .contains("Session 'default': cookie 'old' of 2 keys can't be imported, because it would not fit")
                    .doesNotContain("xxx");
        }
    }

    @Test
    void aValueThatDoesNotFitAloneDoesNotCostTheSession() {
        try (CapturedLog log = new CapturedLog()) {
            OpenedCookie cookie = load("old=good" + "x".repeat(3_000));

            assertThat(cookie.content().entries()).isEqualTo(Map.of(EntryKey.flash("toast"), "Saved"));
            assertThat(log.messages("WARN"))
                    .containsExactly("Cookie 'old' to be imported: a value of key 'user' is left out because it is too large"
                            + " for a session cookie. This warning is logged only once for each key and type");
        }
    }

    @Test
    void S18_importingDoesNotRestartTheAbsoluteTimeout() {
        Lifetimes absolute = new Lifetimes(3_600, 0, 86_400);
        Map<String, Object> entries = Map.of("user", "ada");

        SessionContent content = load(absolute, imported(entries, NOW - 86_399)).content();
        assertThat(content.createdAt()).isEqualTo(NOW - 86_399);
        assertThat(content.issuedAt()).isEqualTo(NOW);
        assertThat(load(absolute, imported(entries, NOW - 86_400)).outcome()).isEqualTo(CookieOutcome.ABSENT);
        assertThat(load(lifetimes, imported(entries, NOW - 86_400)).isImported()).as("without the timeout").isTrue();
    }

    @Test
    void whatIsLeftOutIsWarnedOfOnceForEachKeyAndType() {
        Importer importer = importer(OpenedForeignCookie.valid(Map.of(), NOW, leftOut("a", "b", null)));
        try (CapturedLog log = new CapturedLog()) {
            importer.open(List.of("old=x"), NOW);
            importer.open(List.of("old=x"), NOW);

            assertThat(log.messages("WARN")).hasSize(3).allSatisfy(message -> assertThat(message)
                    .endsWith("is left out because it is too large for a session cookie. This warning is logged only once for"
                            + " each key and type"))
                    .anyMatch(message -> message.startsWith("Cookie 'old' to be imported: a value of key 'a' is"))
                    .anyMatch(message -> message.startsWith("Cookie 'old' to be imported: a value is"));
        }
    }

    @Test
    void S31_keysThatAreAlwaysNewOnesAreNotWarnedOfForEver() {
        try (CapturedLog log = new CapturedLog()) {
            LeftOutWarnings warnings = new LeftOutWarnings("old");
            for (int i = 0; i < 1_000; i++) {
                warnings.warnOf(LeftOut.Value.tooLarge("key" + i));
            }

            assertThat(log.messages("WARN")).hasSize(100);
        }
    }

    private static Set<LeftOut.Value> leftOut(String... keys) {
        return Arrays.stream(keys).map(LeftOut.Value::tooLarge).collect(Collectors.toSet());
    }

    private static Importer importer(OpenedForeignCookie opened) {
        return new Importer(OLD, (value, now) -> opened, key -> null, END);
    }

    private static Importer imported(Map<String, Object> entries, long createdAt) {
        return importer(OpenedForeignCookie.valid(entries, createdAt, Set.of()));
    }

    private OpenedCookie load(Lifetimes lifetimes, Importer importer) {
        return new SessionLoader("default", "__session", ours, lifetimes, importer).load(List.of("old=x"), NOW);
    }

    private static String seal(CookieFormat format, long issuedAt) {
        return format.seal(
                new SessionContent(SessionId.parse("AAECAwQFBgcICQoL"), issuedAt, issuedAt, 3_600, false, Map.of("user", "x")));
    }

    private OpenedCookie load(String cookieHeader) {
        return new SessionLoader("default", "__session", ours, lifetimes, new Importer(OLD, FORMAT, key -> null, END))
                .load(List.of(cookieHeader), NOW);
    }
}
