package io.quarkiverse.usersession.redis.runtime;

import static io.quarkiverse.usersession.redis.runtime.Links.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.testsupport.RedisServer;

class FullRedisTest {

    /** With maxmemory-policy noeviction, which is Redis' default. */
    @Test
    void aFullServerKnowsWhoIsSignedInAndEndsSignInsButRegistersNone() {
        MovableClock clock = new MovableClock();
        try (RedisServer server = RedisServer.start(); Links links = new Links()) {
            RedisSignInStore store = new RedisSignInStore(links.to(server), "shop", clock, Links.MAX_AGE, links.calls());
            SignInCheck phone = check("AAAAAAAAAAAAAAA1", clock.instant());
            SignInCheck laptop = check("AAAAAAAAAAAAAAA2", clock.instant());
            SignInCheck fresh = check("AAAAAAAAAAAAAAA3", clock.instant());
            get(store.check(phone));
            get(store.check(laptop));
            server.command("CONFIG", "SET", "maxmemory", "1");
            assertThat(server.command("SET", "a", "b")).startsWith("-OOM");

            assertThat(get(store.check(phone))).isTrue();
            clock.advance(Duration.ofMinutes(2));
            assertThat(get(store.check(phone))).as("when it is to be noted as seen").isTrue();
            assertThatThrownBy(() -> get(store.check(fresh))).hasMessageContaining("OOM");
            get(store.end("ada", phone.id()));
            assertThat(get(store.check(phone))).isFalse();
            get(store.endAll("ada", clock.instant(), Optional.empty()));
            assertThat(get(store.check(laptop))).isFalse();
            assertThat(get(store.check(fresh))).isFalse();

            server.command("CONFIG", "SET", "maxmemory", "0");
            assertThat(get(store.check(check("AAAAAAAAAAAAAAA4", clock.instant())))).isTrue();
        }
    }

    private static SignInCheck check(String id, Instant signedInAt) {
        return new SignInCheck("ada", id, signedInAt, Optional.empty());
    }
}
