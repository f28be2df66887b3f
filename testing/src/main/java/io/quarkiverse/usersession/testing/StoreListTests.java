package io.quarkiverse.usersession.testing;

import static io.quarkiverse.usersession.testing.StoreUnderTest.ADA;
import static io.quarkiverse.usersession.testing.StoreUnderTest.BOB;
import static io.quarkiverse.usersession.testing.StoreUnderTest.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The list of a user's sign-ins, and how many of them are kept. */
interface StoreListTests {

    @Test
    default void theListOfAUserWhoIsNotKnownIsEmpty(StoreUnderTest store) {
        store.register(BOB, 1, store.now());

        assertThat(store.list(ADA)).isEmpty();
    }

    @Test
    default void theNewestSignInComesFirst(StoreUnderTest store) {
        Instant now = store.now();
        int[] order = { 3, 0, 4, 1, 2 };
        for (int i : order) {
            store.register(ADA, i, now.minusMillis(i));
        }

        store.advanceSeconds(61);
        store.isActive(ADA, 4, now.minusMillis(4)); // it was seen last, and still began first

        assertThat(store.ids(ADA)).containsExactly(id(0), id(1), id(2), id(3), id(4));
    }

    @Test
    default void endedSignInsAreNotListed(StoreUnderTest store) {
        for (int i = 0; i < 5; i++) {
            store.register(ADA, i, store.now().minusSeconds(i));
        }

        store.end(ADA, 1);
        store.end(ADA, 3);
        store.end(ADA, 9);

        assertThat(store.ids(ADA)).containsExactly(id(0), id(2), id(4));
    }

    @Test
    default void aBoundedNumberIsKept(StoreUnderTest store) {
        store.register(BOB, 1, store.now());
        int many = 5 * store.maxSignIns();

        for (int i = 0; i < many; i++) {
            store.advanceSeconds(1);
            store.register(ADA, i, store.now());
        }

        assertThat(store.ids(ADA)).hasSizeBetween(1, store.maxSignIns()).startsWith(id(many - 1));
        assertThat(store.ids(BOB)).containsExactly(id(1));
    }

    @Test
    default void thoseThatAreIdleLongestAreDroppedFirst(StoreUnderTest store) {
        Instant begin = store.now();
        int more = store.maxSignIns() / 2;
        int many = store.maxSignIns() + more;
        for (int i = 0; i < many; i++) {
            if (i == store.maxSignIns()) {
                store.advanceSeconds(61);
                store.isActive(ADA, 0, begin); // the first one is used again
            }
            store.advanceSeconds(61);
            store.register(ADA, i, begin);
        }

        List<String> kept = store.ids(ADA);

        assertThat(kept).contains(id(0), id(many - 1));
        for (int i = 1; i <= more; i++) {
            assertThat(kept).doesNotContain(id(i));
        }
        for (int i = 2; i < many; i++) {
            assertThat(kept.contains(id(i)) || !kept.contains(id(i - 1))).as("not %d, but %d, which was seen earlier", i, i - 1)
                    .isTrue();
        }
    }

    @Test
    default void oneThatWasDroppedIsAsOneThatIsNotRegistered(StoreUnderTest store) {
        Instant at = store.now();
        store.register(ADA, 0, at);
        for (int i = 1; i <= store.maxSignIns(); i++) {
            store.advanceSeconds(61);
            store.register(ADA, i, store.now());
        }
        assertThat(store.ids(ADA)).doesNotContain(id(0));

        assertThat(store.isActive(ADA, 0, at)).isTrue();
        assertThat(store.ids(ADA)).contains(id(0));
        store.endAll(ADA, store.now());
        assertThat(store.isActive(ADA, 0, at)).isFalse();
        assertThat(store.isActive(ADA, 1, at)).isFalse();
    }
}
