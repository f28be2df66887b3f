package io.quarkiverse.usersession.testing;

import static io.quarkiverse.usersession.testing.StoreUnderTest.ADA;
import static io.quarkiverse.usersession.testing.StoreUnderTest.BOB;
import static io.quarkiverse.usersession.testing.StoreUnderTest.FIREFOX;
import static io.quarkiverse.usersession.testing.StoreUnderTest.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;

/** Sign-ins that are bound to a browser, and copies of their cookies from before. */
interface StoreBoundTests {

    @Test
    default void anUnboundCopyOfABoundSignInIsRefusedOnAllReplicas(StoreUnderTest store) {
        Instant at = store.now();
        store.register(ADA, 1, at);
        assertThat(store.isActiveAsBound(ADA, 1, at)).isTrue();

        store.advanceSeconds(11);

        assertThat(store.isActive(ADA, 1, at)).isFalse();
        assertThat(store.replica().isActive(ADA, 1, at)).as("on another replica").isFalse();
        assertThat(store.isActiveAsBound(ADA, 1, at)).isTrue();
        assertThat(store.replica().isActiveAsBound(ADA, 1, at)).as("on another replica").isTrue();
    }

    @Test
    default void aSignInThatIsFirstSeenAsBoundIsBound(StoreUnderTest store) {
        Instant at = store.now();
        assertThat(store.isActiveAsBound(ADA, 1, at)).isTrue();

        store.advanceSeconds(11);

        assertThat(store.isActive(ADA, 1, at)).isFalse();
        assertThat(store.listed(ADA)).isEqualTo(new SignIn(id(1), at, store.listed(ADA).lastSeenAt(), FIREFOX));
    }

    @Test
    default void aRequestThatWasUnderWayWhenItsSignInWasBoundIsLetIn(StoreUnderTest store) {
        Instant at = store.now();
        store.isActiveAsBound(ADA, 1, at);

        store.advanceSeconds(9);

        assertThat(store.isActive(ADA, 1, at)).isTrue();
        assertThat(store.replica().isActive(ADA, 1, at)).as("on another replica").isTrue();
        store.advanceSeconds(2);
        assertThat(store.isActive(ADA, 1, at)).as("which unbinds nothing").isFalse();
    }

    @Test
    default void theTenSecondsBeginWithTheFirstBoundCheck(StoreUnderTest store) {
        Instant at = store.now();
        store.isActiveAsBound(ADA, 1, at);
        for (int i = 0; i < 3; i++) {
            store.advanceSeconds(100);
            assertThat(store.isActiveAsBound(ADA, 1, at)).isTrue();
            assertThat(store.isActive(ADA, 1, at)).isFalse();
        }
    }

    @Test
    default void aBindingIsNotedAtOnce(StoreUnderTest store) {
        Instant at = store.now();
        store.register(ADA, 1, at);
        store.advanceSeconds(5);

        store.isActiveAsBound(ADA, 1, at);
        store.advanceSeconds(11);

        assertThat(store.isActive(ADA, 1, at)).as("less than a minute after the sign-in was noted as seen").isFalse();
    }

    @Test
    default void aRefusedCopyChangesNothing(StoreUnderTest store) {
        Instant at = store.now();
        store.isActiveAsBound(ADA, 1, at);
        store.advanceSeconds(600);
        SignIn before = store.listed(ADA);

        assertThat(store.isActive(new SignInCheck(ADA, id(1), at, Optional.of("a thief")))).isFalse();

        assertThat(store.listed(ADA)).isEqualTo(before);
    }

    @Test
    default void aBoundSignInKeepsItsTimesAndUserAgent(StoreUnderTest store) {
        Instant at = store.now().minusSeconds(90);
        store.register(ADA, 1, at);

        store.isActive(new SignInCheck(ADA, id(1), at, Optional.empty(), true));
        store.advanceSeconds(120);
        store.isActive(new SignInCheck(ADA, id(1), at, Optional.empty(), true));

        assertThat(store.listed(ADA).signedInAt()).isEqualTo(at);
        assertThat(store.listed(ADA).userAgent()).isEqualTo(FIREFOX);
        assertThat(store.listed(ADA).lastSeenAt()).as("to the minute")
                .isBetween(store.now().minusSeconds(60), store.now());
    }

    @Test
    default void aBoundSignInEndsAsAnyOther(StoreUnderTest store) {
        Instant at = store.now();
        store.isActiveAsBound(ADA, 1, at);
        store.isActiveAsBound(ADA, 2, at);
        store.isActiveAsBound(BOB, 1, at);

        store.end(ADA, 1);
        assertThat(store.isActiveAsBound(ADA, 1, at)).isFalse();
        assertThat(store.isActive(ADA, 1, at)).isFalse();
        store.endAll(ADA, at.plusMillis(1));

        assertThat(store.isActiveAsBound(ADA, 2, at)).isFalse();
        assertThat(store.isActiveAsBound(BOB, 1, at)).isTrue();
        assertThat(store.list(ADA)).isEmpty();
    }

    @Test
    default void anEndedSignInCanNotBeBound(StoreUnderTest store) {
        Instant at = store.now();
        store.end(ADA, 1);
        store.endAll(ADA, at);

        assertThat(store.isActiveAsBound(ADA, 1, at)).isFalse();
        assertThat(store.isActiveAsBound(ADA, 2, at.minusMillis(1))).as("before the mark").isFalse();
        assertThat(store.list(ADA)).isEmpty();
    }

    @Test
    default void theBoundOneThatIsExceptedStaysBound(StoreUnderTest store) {
        Instant at = store.now();
        store.isActiveAsBound(ADA, 1, at);

        store.endAllBut(ADA, store.now().plusSeconds(1), 1);
        store.advanceSeconds(11);

        assertThat(store.isActive(ADA, 1, at)).isFalse();
        assertThat(store.isActiveAsBound(ADA, 1, at)).isTrue();
    }

    @Test
    default void theOneThatIsExceptedCanBeBoundAfterwards(StoreUnderTest store) {
        Instant at = store.now();
        store.endAllBut(ADA, store.now(), 1);

        assertThat(store.isActiveAsBound(ADA, 1, at.minusSeconds(60))).isTrue();
        store.advanceSeconds(11);

        assertThat(store.isActive(ADA, 1, at.minusSeconds(60))).isFalse();
        assertThat(store.listed(ADA).signedInAt()).isEqualTo(at.minusSeconds(60));
    }

    @Test
    default void aBindingIsThatOfOneSignIn(StoreUnderTest store) {
        Instant at = store.now();
        store.isActiveAsBound(ADA, 1, at);
        store.register(ADA, 2, at);
        store.register(BOB, 1, at);

        store.advanceSeconds(11);

        assertThat(store.isActive(ADA, 2, at)).isTrue();
        assertThat(store.isActive(BOB, 1, at)).isTrue();
    }

    @Test
    default void aBindingIsRememberedForAsLongAsACookieLives(StoreUnderTest store) {
        Instant at = store.now();
        store.isActiveAsBound(ADA, 1, at);

        store.advance(StoreUnderTest.RETENTION);

        assertThat(store.isActive(ADA, 1, at)).isFalse();
    }

    /** Dropping a bound sign-in ends it, so that no copy of it is let in. */
    @Test
    default void noCopyIsLetInWhenItsBoundSignInHasBeenDropped(StoreUnderTest store) {
        Instant at = store.now();
        store.isActiveAsBound(ADA, 0, at);
        for (int i = 1; i <= store.maxSignIns(); i++) {
            store.advance(Duration.ofSeconds(1));
            store.register(ADA, i, store.now());
        }
        assertThat(store.ids(ADA)).as("the one that was idle longest is dropped").doesNotContain(id(0));

        assertThat(store.isActive(ADA, 0, at)).isFalse();
        assertThat(store.isActive(ADA, -1, store.now())).as("one that follows").isTrue();
    }
}
