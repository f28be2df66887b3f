package io.quarkiverse.usersession.testing;

import static io.quarkiverse.usersession.testing.StoreUnderTest.ADA;
import static io.quarkiverse.usersession.testing.StoreUnderTest.BOB;
import static io.quarkiverse.usersession.testing.StoreUnderTest.RETENTION;
import static io.quarkiverse.usersession.testing.StoreUnderTest.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** An ended sign-in stays ended. */
interface StoreEndTests {

    @Test
    default void anEndedSignInIsNotActive(StoreUnderTest store) {
        Instant at = store.now();
        store.register(ADA, 1, at);
        store.register(ADA, 2, at);

        store.end(ADA, 1);

        assertThat(store.isActive(ADA, 1, at)).isFalse();
        assertThat(store.isActive(ADA, 2, at)).isTrue();
        assertThat(store.ids(ADA)).containsExactly(id(2));
    }

    @Test
    default void aSignInCanBeEndedThatWasNeverRegistered(StoreUnderTest store) {
        store.end(ADA, 1);

        assertThat(store.isActive(ADA, 1, store.now().plusSeconds(30))).isFalse();
        assertThat(store.isActive(ADA, 2, store.now())).isTrue();
        assertThat(store.ids(ADA)).containsExactly(id(2));
    }

    @Test
    default void aSignInCanBeEndedTwice(StoreUnderTest store) {
        store.end(ADA, 1);
        store.end(ADA, 1);

        assertThat(store.isActive(ADA, 1, store.now())).isFalse();
    }

    @Test
    default void checksDoNotReviveIt(StoreUnderTest store) {
        Instant at = store.now();
        store.register(ADA, 1, at);
        store.end(ADA, 1);

        for (int i = 0; i < 10; i++) {
            store.advanceSeconds(61);
            assertThat(store.isActive(ADA, 1, at)).isFalse();
        }
        assertThat(store.list(ADA)).isEmpty();
    }

    @Test
    default void itIsRememberedForAsLongAsItsCookieLives(StoreUnderTest store) {
        Instant at = store.now();
        store.register(ADA, 1, at);
        store.end(ADA, 1);
        store.end(ADA, 2);

        for (Duration step : new Duration[] { RETENTION.dividedBy(2), RETENTION.minus(RETENTION.dividedBy(2)) }) {
            store.advance(step);
            store.register(ADA, 3, at); // a write, with which a store may forget what is too old
            assertThat(store.isActive(ADA, 1, at)).isFalse();
            assertThat(store.isActive(ADA, 2, at)).isFalse();
        }
    }

    @Test
    default void anIdEndsNothingBelowAnotherUser(StoreUnderTest store) {
        store.register(ADA, 1, store.now());
        store.register(BOB, 1, store.now());
        store.register(BOB, 2, store.now());

        store.end(ADA, 1);
        store.end(ADA, 2);

        assertThat(store.isActive(BOB, 1, store.now())).isTrue();
        assertThat(store.isActive(BOB, 2, store.now())).isTrue();
    }

    @Test
    default void anIdOfAnotherFormEndsNothing(StoreUnderTest store) {
        store.register(ADA, 1, store.now());

        StoreUnderTest.otherForms().forEach(other -> store.end(ADA, other));

        assertThat(store.isActive(ADA, 1, store.now())).isTrue();
        assertThat(store.isActive(ADA, 2, Instant.EPOCH)).as("as there is no mark").isTrue();
        assertThat(store.ids(ADA)).containsExactlyInAnyOrder(id(1), id(2));
    }

    @Test
    default void itStaysEndedWhenManyOthersFollow(StoreUnderTest store) {
        Instant at = store.now();
        store.register(ADA, 1, at);
        store.end(ADA, 1);
        store.end(ADA, 2);

        for (int i = 0; i < 2 * store.maxSignIns(); i++) {
            store.advanceSeconds(61);
            store.register(ADA, 3 + i, store.now());
        }

        assertThat(store.isActive(ADA, 1, at)).as("one that was registered").isFalse();
        assertThat(store.isActive(ADA, 2, at)).as("one that was not").isFalse();
        assertThat(store.isActive(ADA, -1, at.plusMillis(1))).as("one that began later").isTrue();
    }

    @Test
    default void itStaysEndedWhenManyOthersEnd(StoreUnderTest store) {
        Instant at = store.now();
        store.register(ADA, 1, at);
        store.end(ADA, 1);
        store.end(ADA, 2);

        for (int i = 0; i < 2 * store.maxSignIns(); i++) {
            store.advanceSeconds(61);
            store.end(ADA, 3 + i);
        }

        assertThat(store.isActive(ADA, 1, at)).as("one that was registered").isFalse();
        assertThat(store.isActive(ADA, 2, at)).as("one that was not").isFalse();
        assertThat(store.isActive(ADA, -1, store.now().plusMillis(1))).as("one that follows").isTrue();
    }

    @Test
    default void anAnswerThatNobodyWaitsForRevivesNothing(StoreUnderTest store) {
        Instant at = store.now();
        for (int i = 0; i < 20; i++) {
            store.register(ADA, i, at);
            store.advanceSeconds(61);
            store.store().check(StoreUnderTest.sign(ADA, i, at)).subscribe().with(answer -> {
            }).cancel();
            store.store().end(ADA, id(i)).subscribe().with(done -> {
            }).cancel();
            store.end(ADA, i);
            assertThat(store.isActive(ADA, i, at)).isFalse();
        }
    }

    @Test
    default void allReplicasKnow(StoreUnderTest store) {
        Instant at = store.now();
        StoreUnderTest replica = store.replica();
        store.register(ADA, 1, at);
        replica.register(ADA, 2, at);
        assertThat(replica.ids(ADA)).containsExactlyInAnyOrder(id(1), id(2));

        store.end(ADA, 2);
        replica.end(ADA, 1);
        store.endAll(BOB, at, Optional.of(id(3)));

        assertThat(replica.isActive(ADA, 2, at)).isFalse();
        assertThat(store.isActive(ADA, 1, at)).isFalse();
        assertThat(replica.isActive(BOB, 3, at.minusMillis(1))).isTrue();
        assertThat(replica.isActive(BOB, 4, at.minusMillis(1))).isFalse();
    }
}
