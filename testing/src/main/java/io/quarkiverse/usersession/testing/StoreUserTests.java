package io.quarkiverse.usersession.testing;

import static io.quarkiverse.usersession.testing.StoreUnderTest.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** The data of two users never mixes, whatever characters are in their names. */
interface StoreUserTests {

    /** The names of different users. */
    List<String> USERS = List.of("ada", "Ada", "ADA", "ad", "adaa", "ada ", " ada", "ada\n", "ada\r\n", "ada\t", "ada\0", "\0",
            "ada\0bob", "ada\nbob", "{ada}", "{", "}", "{}", "{ada}bob", "ada:bob", "ada", "!", "*", "?", "ad?", "a*", "[a]da",
            "ada%", "ad_", "%", "'", "\"", "\\", "ada'--", "ada\\0", "$1", "${ada}", "../ada", "a/da", "a%64a", "ada&b=c",
            "\u00e9", "e\u0301", "\ufb01", "fi", "\u00df", "ss", "SS", "\u0130", "i\u0307", "i", "\u0131", "\u212a", "K", "k",
            "ada\u200e", "ada\u200b", "\u00a0ada", "\uff41da", "\uD83D\uDE00", "\uD800", "\uD801", "\uDC00", "\uDC00\uD800",
            "\uFFFD", "ada\uD800", "ada?", "ada\uFFFD", "x".repeat(4096), "x".repeat(4095) + "y", "x".repeat(4095),
            "y" + "x".repeat(4095), id(0), "null", "0", "00", "1", "true");

    @Test
    default void eachUserHasTheirOwnSignIns(StoreUnderTest store) {
        List<String> users = users();
        for (int i = 0; i < users.size(); i++) {
            store.register(users.get(i), i, store.now());
        }

        for (int i = 0; i < users.size(); i++) {
            assertThat(store.ids(users.get(i))).as(shown(users.get(i))).containsExactly(id(i));
        }
    }

    @Test
    default void aSignInEndsForOneUserOnly(StoreUnderTest store) {
        List<String> users = users();
        for (int i = 0; i < users.size(); i += 2) {
            store.end(users.get(i), 0);
        }

        for (int i = 0; i < users.size(); i++) {
            assertThat(store.isActive(users.get(i), 0, store.now())).as(shown(users.get(i))).isEqualTo(i % 2 != 0);
        }
    }

    @Test
    default void allSignInsEndForOneUserOnly(StoreUnderTest store) {
        List<String> users = users();
        users.forEach(user -> store.register(user, 0, store.now()));
        for (int i = 1; i < users.size(); i += 2) {
            store.endAll(users.get(i), store.now(), Optional.of(id(2)));
        }

        for (int i = 0; i < users.size(); i++) {
            String user = users.get(i);
            boolean untouched = i % 2 == 0;
            assertThat(store.isActive(user, 0, store.now())).as(shown(user)).isEqualTo(untouched);
            assertThat(store.isActive(user, 1, Instant.EPOCH)).as(shown(user)).isEqualTo(untouched);
        }
    }

    private static List<String> users() {
        return USERS.stream().distinct().toList();
    }

    private static String shown(String user) {
        StringBuilder shown = new StringBuilder("user ");
        user.chars().limit(20).forEach(c -> shown.append(c > ' ' && c < 127 ? (char) c : "\\u" + Integer.toHexString(c)));
        return shown.append(", ").append(user.length()).append(" characters").toString();
    }
}
