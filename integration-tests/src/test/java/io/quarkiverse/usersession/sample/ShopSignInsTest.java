package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.testing.SignInStoreSuite;

class ShopSignInsTest extends SignInStoreSuite {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final ShopSignIns signIns = new ShopSignIns(InstantSource.fixed(NOW), Duration.ofDays(365));

    @Override
    protected SignInStore createStore(InstantSource clock, Duration maxAge) {
        return new ShopSignIns(clock, maxAge);
    }

    @Test
    void whatWasEndedStaysEndedWhenItsUserIsForgotten() {
        Instant before = NOW.minusSeconds(10);
        assertThat(isActive("ada", "AAAAAAAAAAAAAAAA", before)).isTrue();
        signIns.end("ada", "AAAAAAAAAAAAAAAA").await().indefinitely();
        assertThat(isActive("grace", "BBBBBBBBBBBBBBBB", before)).isTrue();

        for (int i = 0; i < ShopSignIns.MAX_USERS; i++) {
            isActive("visitor" + i, "CCCCCCCCCCCCCCCC", NOW);
        }

        assertThat(signIns.list("grace").await().indefinitely()).as("forgotten").isEmpty();
        assertThat(isActive("ada", "AAAAAAAAAAAAAAAA", before)).isFalse();
        assertThat(isActive("ada", "DDDDDDDDDDDDDDDD", NOW)).as("signed in afterwards").isTrue();
    }

    private boolean isActive(String user, String id, Instant signedInAt) {
        return signIns.check(new SignInCheck(user, id, signedInAt, Optional.empty())).await().indefinitely();
    }
}
