package io.quarkiverse.usersession.redis.runtime;

import static io.quarkiverse.usersession.redis.runtime.Links.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;

/** Two nodes with half of the hash slots each. */
@Timeout(60)
class ClusterTest {

    @Test
    void usersAreSpreadAndEachIsOnOneNode() throws InterruptedException {
        MovableClock clock = new MovableClock();
        try (RedisServer first = RedisServer.start("--cluster-enabled", "yes");
                RedisServer second = RedisServer.start("--cluster-enabled", "yes");
                Links links = new Links()) {
            first.command("CLUSTER", "ADDSLOTSRANGE", "0", "8191");
            second.command("CLUSTER", "ADDSLOTSRANGE", "8192", "16383");
            first.command("CLUSTER", "MEET", "127.0.0.1", String.valueOf(second.port()));
            awaitOk(first);
            awaitOk(second);
            RedisSignInStore store = new RedisSignInStore(
                    links.to(new RedisOptions().setType(RedisClientType.CLUSTER).setConnectionString(first.uri())), "shop",
                    clock,
                    Links.MAX_AGE);

            for (int i = 0; i < 20; i++) {
                SignInCheck check = new SignInCheck("user" + i, "AAAAAAAAAAAAAAAA", clock.instant(), Optional.empty());
                assertThat(get(store.check(check))).isTrue();
                assertThat(get(store.list(check.principal()))).hasSize(1);
                if (i % 2 == 0) {
                    get(store.end(check.principal(), check.id()));
                } else {
                    get(store.endAll(check.principal(), clock.instant().plusMillis(1), Optional.empty()));
                }
                assertThat(get(store.check(check))).isFalse();
            }

            assertThat(size(first)).isPositive();
            assertThat(size(second)).isPositive();
            assertThat(size(first) + size(second)).isEqualTo(20);
        }
    }

    private static int size(RedisServer server) {
        return Integer.parseInt(server.command("DBSIZE"));
    }

    private static void awaitOk(RedisServer server) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!server.command("CLUSTER", "INFO").contains("cluster_state:ok")
                || !server.command("CLUSTER", "INFO").contains("cluster_known_nodes:2")) {
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
