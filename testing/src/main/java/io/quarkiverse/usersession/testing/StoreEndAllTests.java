package io.quarkiverse.usersession.testing;

import static io.quarkiverse.usersession.testing.StoreUnderTest.ADA;
import static io.quarkiverse.usersession.testing.StoreUnderTest.BOB;
import static io.quarkiverse.usersession.testing.StoreUnderTest.FIREFOX;
import static io.quarkiverse.usersession.testing.StoreUnderTest.RETENTION;
import static io.quarkiverse.usersession.testing.StoreUnderTest.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SignIn;

/** Ending all sign-ins of a user: the registered ones, and with the mark those that are not registered. */
interface StoreEndAllTests {

    @Test
    default void registeredSignInsEndWheneverTheyBegan(StoreUnderTest store) {
        Instant mark = store.now();
        Instant[] times = { mark.minusSeconds(3600), mark.minusMillis(1), mark, mark.plusMillis(1), mark.plusSeconds(30) };
        for (int i = 0; i < times.length; i++) {
            store.register(ADA, i, times[i]);
        }

        store.endAll(ADA, mark);

        for (int i = 0; i < times.length; i++) {
            assertThat(store.isActive(ADA, i, times[i])).as("signed in at %s, mark %s", times[i], mark).isFalse();
        }
        assertThat(store.list(ADA)).isEmpty();
    }

    @Test
    default void aSignInFromAClockThatIsAheadEndsAndOneThatFollowsDoesNot(StoreUnderTest store) {
        Instant ahead = store.now().plusSeconds(30);
        store.register(ADA, 1, ahead);

        store.endAll(ADA, store.now());

        assertThat(store.isActive(ADA, 1, ahead)).isFalse();
        assertThat(store.isActive(ADA, 2, store.now())).as("in the same millisecond").isTrue();
        store.advance(Duration.ofMillis(1));
        assertThat(store.isActive(ADA, 3, store.now())).as("a millisecond later").isTrue();
        assertThat(store.ids(ADA)).containsExactly(id(3), id(2));
    }

    @Test
    default void ofThoseThatAreNotRegisteredTheOnesStrictlyBeforeTheMarkEnd(StoreUnderTest store) {
        Instant mark = store.now();

        store.endAll(ADA, mark);

        assertThat(store.isActive(ADA, 1, mark.minusMillis(1))).isFalse();
        assertThat(store.isActive(ADA, 2, mark)).isTrue();
        assertThat(store.isActive(ADA, 3, mark.plusMillis(1))).isTrue();
        assertThat(store.isActive(ADA, 4, Instant.EPOCH)).isFalse();
        assertThat(store.ids(ADA)).as("and are not registered").containsExactly(id(3), id(2));
        assertThat(store.isActive(ADA, 1, mark.minusMillis(1))).as("asked again").isFalse();
    }

    @Test
    default void theMarkIsComparedInMilliseconds(StoreUnderTest store) {
        Instant mark = store.now();

        store.endAll(ADA, mark.plusNanos(999_999));

        assertThat(store.isActive(ADA, 1, mark)).isTrue();
        assertThat(store.isActive(ADA, 2, mark.plusNanos(1))).isTrue();
        assertThat(store.isActive(ADA, 3, mark.minusNanos(1))).isFalse();
    }

    @Test
    default void theMarkNeverMovesBack(StoreUnderTest store) {
        Instant mark = store.now();
        store.endAll(ADA, mark);

        store.endAll(ADA, mark.minusMillis(1));
        store.endAllBut(ADA, mark.minusSeconds(3600), 9);

        assertThat(store.isActive(ADA, 1, mark.minusMillis(1))).isFalse();
        assertThat(store.isActive(ADA, 2, mark)).isTrue();
    }

    @Test
    default void theMarkMovesOn(StoreUnderTest store) {
        Instant first = store.now();
        store.endAll(ADA, first);

        store.endAll(ADA, first.plusMillis(10));

        assertThat(store.isActive(ADA, 1, first.plusMillis(9))).isFalse();
        assertThat(store.isActive(ADA, 2, first.plusMillis(10))).isTrue();
    }

    @Test
    default void theMarkIsRememberedForAsLongAsACookieLives(StoreUnderTest store) {
        Instant mark = store.now();
        store.endAll(ADA, mark);

        for (Duration step : new Duration[] { RETENTION.dividedBy(2), RETENTION.minus(RETENTION.dividedBy(2)) }) {
            store.advance(step);
            store.register(ADA, 1, mark);
            assertThat(store.isActive(ADA, 2, mark.minusMillis(1))).isFalse();
        }
    }

    @Test
    default void theMarkIsThatOfOneUser(StoreUnderTest store) {
        store.register(BOB, 1, store.now());

        store.endAll(ADA, store.now());

        assertThat(store.isActive(BOB, 1, store.now())).isTrue();
        assertThat(store.isActive(BOB, 2, Instant.EPOCH)).isTrue();
    }

    @Test
    default void theOneThatIsExceptedStaysAsItIs(StoreUnderTest store) {
        Instant at = store.now().minusSeconds(3600);
        store.register(ADA, 1, at);
        store.register(ADA, 2, at);
        SignIn before = store.list(ADA).stream().filter(signIn -> signIn.id().equals(id(1))).findFirst().orElseThrow();

        store.endAllBut(ADA, store.now(), 1);

        assertThat(store.list(ADA)).containsExactly(before);
        assertThat(store.isActive(ADA, 1, at)).isTrue();
        assertThat(store.isActive(ADA, 2, at)).isFalse();
    }

    @Test
    default void theOneThatIsExceptedIsRegisteredIfItWasNot(StoreUnderTest store) {
        Instant mark = store.now();
        Instant at = mark.minusSeconds(3600);
        store.endAllBut(ADA, mark, 1);
        store.advanceSeconds(1);

        assertThat(store.ids(ADA)).containsExactly(id(1));
        assertThat(store.isActive(ADA, 1, at)).as("although it began before the mark").isTrue();
        assertThat(store.listed(ADA).signedInAt()).as("with what its check says").isEqualTo(at);
        assertThat(store.listed(ADA).userAgent()).isEqualTo(FIREFOX);
        store.advance(RETENTION.minusSeconds(1));
        assertThat(store.isActive(ADA, 1, at)).as("for as long as it is used").isTrue();
    }

    @Test
    default void theOneThatWasExceptedEndsWithTheNextEndOfAll(StoreUnderTest store) {
        Instant ahead = store.now().plusSeconds(30);
        store.endAllBut(ADA, store.now(), 1);
        store.endAllBut(ADA, store.now(), 2);
        assertThat(store.isActive(ADA, 1, ahead)).as("as it was registered").isFalse();
        assertThat(store.isActive(ADA, 2, ahead)).isTrue();

        store.endAll(ADA, store.now());

        assertThat(store.isActive(ADA, 2, ahead)).isFalse();
        assertThat(store.list(ADA)).isEmpty();
    }

    @Test
    default void theOneThatIsExceptedStaysEndedIfItWas(StoreUnderTest store) {
        Instant at = store.now();
        store.register(ADA, 1, at);
        store.end(ADA, 1);
        store.end(ADA, 2);
        store.register(ADA, 3, at);
        store.endAll(ADA, at);

        for (int i = 1; i <= 3; i++) {
            store.endAllBut(ADA, at, i);
            assertThat(store.isActive(ADA, i, at)).as("sign-in %d", i).isFalse();
        }
        assertThat(store.list(ADA)).isEmpty();
    }

    @Test
    default void anIdOfAnotherFormExceptsNothing(StoreUnderTest store) {
        Instant mark = store.now();
        int id = 0;
        for (String other : StoreUnderTest.otherForms()) {
            store.register(ADA, ++id, mark);
            store.endAll(ADA, mark, Optional.of(other));
            assertThat(store.isActive(ADA, id, mark)).as("except '%s'", other).isFalse();
            assertThat(store.isActive(ADA, -1, mark.minusMillis(1))).as("except '%s'", other).isFalse();
        }
        assertThat(store.list(ADA)).isEmpty();
    }

    @Test
    default void anotherUsersSignInIsNotExcepted(StoreUnderTest store) {
        Instant at = store.now();
        store.register(BOB, 1, at);

        store.endAllBut(ADA, at, 1);
        store.endAll(BOB, at);

        assertThat(store.isActive(ADA, 1, at)).isTrue();
        assertThat(store.isActive(BOB, 1, at)).isFalse();
    }

    @Test
    default void manySignInsEndTogether(StoreUnderTest store) {
        Instant ahead = store.now().plusSeconds(30);
        for (int i = 0; i < store.maxSignIns(); i++) {
            store.register(ADA, i, ahead);
        }

        store.endAllBut(ADA, store.now(), 0);

        for (int i = 0; i < store.maxSignIns(); i++) {
            assertThat(store.isActive(ADA, i, ahead)).as("sign-in %d", i).isEqualTo(i == 0);
        }
    }
}
