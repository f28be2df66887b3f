package io.quarkiverse.usersession.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;

/** What is special about this store. That it keeps the contract of a store is shown in the module testing. */
class InMemorySignInStoreTest {

    private static final Duration MAX_AGE = Duration.ofDays(1);
    private static final Duration RETENTION = MAX_AGE.plusSeconds(60);

    private Instant now = Instant.parse("2026-03-04T05:06:07.890Z");

    private final InMemorySignInStore store = new InMemorySignInStore(new InstantSource() {

        @Override
        public Instant instant() {
            return now;
        }
    }, MAX_AGE);

    @Test
    void forgetsAUserWhoHasNotBeenWrittenForLongerThanACookieLives() {
        store.end("ada", id(1)).await().indefinitely();
        store.endAll("ada", now, Optional.empty()).await().indefinitely();

        now = now.plus(RETENTION);
        assertThat(isActive("ada", 1, now)).isFalse();
        now = now.plusMillis(1);
        assertThat(isActive("ada", 1, now)).isTrue();
        assertThat(isActive("ada", 2, Instant.EPOCH)).isTrue();
    }

    @Test
    void forgetsASignInThatHasNotBeenSeenForLongerThanACookieLives() {
        isActive("ada", 1, now);
        now = now.plus(RETENTION);
        isActive("ada", 2, now);

        assertThat(store.list("ada").await().indefinitely()).extracting(SignIn::id).containsExactly(id(2), id(1));
        now = now.plusMillis(1);
        assertThat(store.list("ada").await().indefinitely()).extracting(SignIn::id).containsExactly(id(2));
    }

    @Test
    void remembersABoundedNumberOfUsersAndForgetsTheOneWhoWasWrittenFirst() {
        store.end("ada", id(1)).await().indefinitely();
        store.end("bob", id(1)).await().indefinitely();
        store.end("ada", id(2)).await().indefinitely();

        for (int i = 0; i < InMemorySignInStore.MAX_USERS - 1; i++) {
            store.end("user " + i, id(1)).await().indefinitely();
        }

        assertThat(isActive("ada", 1, now)).isFalse();
        assertThat(isActive("user 0", 1, now)).isFalse();
        assertThat(isActive("bob", 1, now)).isTrue();
    }

    private boolean isActive(String principal, int id, Instant signedInAt) {
        return store.check(new SignInCheck(principal, id(id), signedInAt, Optional.empty())).await().indefinitely();
    }

    private static String id(int number) {
        return String.format("%016d", number);
    }
}
