package io.quarkiverse.usersession.runtime.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.CapturedLog;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.foreign.ForeignFormat;
import io.quarkiverse.usersession.runtime.foreign.OpenedForeignCookie;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.CookieScope;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;
import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.format.SessionId;

class ImporterTest {

    private static final long NOW = 1_700_000_000L;
    private static final long END = NOW + 1_000;

    /** Opens every value that begins with "good", to what follows under the key "user". */
    private static final ForeignFormat FORMAT = (value, now) -> value.startsWith("good")
            ? new OpenedForeignCookie(CookieOutcome.VALID, Map.of("user", value.substring(4), EntryKey.flash("toast"), "Saved"))
            : new OpenedForeignCookie(CookieOutcome.DAMAGED, null);

    private static final CookieAttributes OLD = new CookieAttributes("old", "/", null, SameSite.LAX, true, Secure.AUTO, false);

    private final CookieFormat ours = new CookieFormat("__session", CookieScope.DEFAULT,
            KeyRing.of("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a"),
            new SecureRandom()::nextBytes);

    @Test
    void opensTheFirstGoodCookieOfItsName() {
        Importer importer = new Importer(OLD, FORMAT, Map.of(), END);

        assertThat(importer.open(List.of("old=bad; older=goodx; old=goodada; old=goodgrace"), NOW))
                .isEqualTo(Map.of("user", "ada", EntryKey.flash("toast"), "Saved"));
        assertThat(importer.open(List.of("old=bad; older=goodx"), NOW)).isNull();
        assertThat(importer.open(List.of(), NOW)).isNull();
    }

    @Test
    void givesPlainAndFlashValuesTheirNewKeys() {
        Importer importer = new Importer(OLD, FORMAT, Map.of("user", "!userID", "toast", "message"), END);

        assertThat(importer.open(List.of("old=goodada"), NOW))
                .isEqualTo(Map.of(EntryKey.plain("!userID"), "ada", EntryKey.flash("message"), "Saved"));
    }

    @Test
    void endsInTheSecondThatItIsGiven() {
        Importer importer = new Importer(OLD, FORMAT, Map.of(), END);

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
        assertThat(load("__session=damaged; old=goodada").outcome()).isEqualTo(CookieOutcome.IMPORTED);
        assertThat(load("__session=damaged; old=bad").outcome()).isEqualTo(CookieOutcome.DAMAGED);
        assertThat(load("old=bad").outcome()).isEqualTo(CookieOutcome.ABSENT);
    }

    @Test
    void whatDoesNotFitIntoACookieOfOursIsNotImportedAndLogged() {
        try (CapturedLog log = new CapturedLog()) {
            assertThat(load("old=good" + "x".repeat(3_000)).outcome()).isEqualTo(CookieOutcome.ABSENT);

            assertThat(log.messages("WARN")).singleElement().asString()
                    .contains("Session '__session': cookie 'old' of 2 keys can't be imported, as it would not fit")
                    .doesNotContain("xxx");
        }
    }

    private OpenedCookie load(String cookieHeader) {
        return new SessionLoader("__session", ours, new Lifetimes(3_600, 0, 0), new Importer(OLD, FORMAT, Map.of(), END))
                .load(List.of(cookieHeader), NOW);
    }
}
