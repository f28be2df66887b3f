package io.quarkiverse.usersession.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class EntryKeyTest {

    private static final List<String> KEYS = List.of("", "a", "!", "=", "!a", "=a", "!!", "!=", "=!", "==", "=!a", "!=a", "==a",
            "!!a", "~", "~a", "=~a", "~~", "!~", "sign-in", "~sign-in", "=~sign-in", "~wanted-location", "a!", "a=", " !a",
            "__flash_a__", "\u0000", "😀");

    @Test
    void S15_noKeyPassesForAnother() {
        Set<String> entryKeys = new HashSet<>();
        for (String key : KEYS) {
            entryKeys.add(EntryKey.plain(key));
            entryKeys.add(EntryKey.flash(key));
        }

        entryKeys.add(EntryKey.SIGN_IN);

        assertThat(entryKeys).hasSize(2 * KEYS.size() + 1);
    }

    @Test
    void givesBackTheKeyOfTheApplication() {
        for (String key : KEYS) {
            assertThat(EntryKey.name(EntryKey.plain(key))).isEqualTo(key);
            assertThat(EntryKey.isFlash(EntryKey.plain(key))).isFalse();
            assertThat(EntryKey.name(EntryKey.flash(key))).isEqualTo(key);
            assertThat(EntryKey.isFlash(EntryKey.flash(key))).isTrue();
            assertThat(EntryKey.isOwn(EntryKey.plain(key)) || EntryKey.isOwn(EntryKey.flash(key))).isFalse();
        }
    }

    @Test
    void showsKeysShortAndOnOneLine() {
        assertThat(EntryKey.shown("cart")).isEqualTo("'cart'");
        assertThat(EntryKey.shown("a\r\nINFO forged\u0007")).isEqualTo("'a??INFO forged?'");
        assertThat(EntryKey.shown("x".repeat(100))).isEqualTo("'" + "x".repeat(40) + "...'");
    }
}
