package io.quarkiverse.usersession.redis.runtime;

import static io.quarkiverse.usersession.redis.runtime.Links.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.format.StoredReference;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;

/** Nodes with a part of the hash slots each. */
@Timeout(600)
class ClusterTest {

    private static final int SLOTS = 16_384;

    @Test
    void usersAreSpreadAndEachIsOnOneNode() throws InterruptedException {
        MovableClock clock = new MovableClock();
        try (Cluster cluster = Cluster.of(2); Links links = new Links()) {
            RedisSignInStore store = new RedisSignInStore(
                    cluster.link(links), "shop", clock, Links.MAX_AGE, links.calls());

            for (int i = 0; i < 20; i++) {
                SignInCheck check = check(i, clock);
                assertThat(get(store.check(check))).isTrue();
                assertThat(get(store.list(check.principal()))).hasSize(1);
                if (i % 2 == 0) {
                    get(store.end(check.principal(), check.id()));
                } else {
                    get(store.endAll(check.principal(), clock.instant().plusMillis(1), Optional.empty()));
                }
                assertThat(get(store.check(check))).isFalse();
            }

            assertThat(get(Uni.join().all(checks(20, store, clock)).andFailFast())).hasSize(20).containsOnly(false);
            assertThat(cluster.sizes()).hasSize(2).allMatch(size -> size > 0);
            assertThat(cluster.sizes().stream().mapToInt(size -> size).sum()).isEqualTo(20);
        }
    }

    private static List<Uni<Boolean>> checks(int users, RedisSignInStore store, MovableClock clock) {
        List<Uni<Boolean>> checks = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            checks.add(store.check(check(i, clock)));
        }
        return checks;
    }

    private static SignInCheck check(int user, MovableClock clock) {
        return new SignInCheck("user" + user, "AAAAAAAAAAAAAAAA", clock.instant(), Optional.empty());
    }

    @Test
    void largeValuesAreSpreadAndAllThatBelongsToOneIsOnOneNode() throws InterruptedException {
        Randomness random = new Random(3)::nextBytes; // the same keys each time, as others might all be on two nodes
        byte[] large = new byte[100_000];
        try (Cluster cluster = Cluster.of(3); Links links = new Links()) {
            RedisValueStore store = new RedisValueStore(cluster.link(links), "shop");
            List<StoredReference> references = new ArrayList<>();

            for (int i = 0; i < 30; i++) {
                StoredReference former = StoredReference.first(random);
                StoredReference reference = former.next(random);
                get(store.put(former, large, 100));
                get(store.put(reference, large, 100));
                get(store.retire(former));
                get(store.prolong(reference, 100));
                get(store.reseal(reference, new byte[] { 1 }));
                StoredReference unused = former.next(random);
                get(store.put(unused, large, 100));
                get(store.discard(unused));
                references.add(reference);

                assertThat(get(store.get(former, 100))).isEqualTo(large);
                assertThat(get(store.get(reference, 100))).containsExactly(1);
                assertThat(get(store.get(unused, 100))).isNull();
            }

            assertThat(cluster.sizes()).hasSize(3).allMatch(size -> size > 0);
            assertThat(cluster.sizes().stream().mapToInt(size -> size).sum()).as("two values and their list").isEqualTo(90);
            for (StoredReference reference : references) {
                get(store.remove(reference));
            }
            assertThat(cluster.sizes()).containsOnly(0);
        }
    }

    @Test
    void largeValuesFollowASlotThatMoves() throws InterruptedException {
        Randomness random = new Random(4)::nextBytes;
        try (Cluster cluster = Cluster.of(3); Links links = new Links()) {
            RedisValueStore store = new RedisValueStore(cluster.link(links), "shop");
            for (int i = 0; i < 10; i++) {
                StoredReference former = StoredReference.first(random);
                get(store.get(former, 100));
                cluster.move("shop:value:{" + former.family() + "}", i % 3);
                StoredReference reference = former.next(random);

                get(store.put(former, new byte[] { 1 }, 100));
                get(store.put(reference, new byte[] { 2 }, 100));
                get(store.retire(former));

                assertThat(get(store.get(former, 100))).containsExactly(1);
                assertThat(get(store.get(reference, 100))).containsExactly(2);
                assertThat(cluster.sizes().get(i % 3)).isEqualTo(3);
                get(store.remove(reference));
                assertThat(cluster.sizes()).containsOnly(0);
            }
        }
    }

    private record Cluster(List<RedisServer> nodes) implements AutoCloseable {

        static Cluster of(int size) throws InterruptedException {
            Cluster cluster = new Cluster(new ArrayList<>());
            for (int i = 0; i < size; i++) {
                RedisServer node = RedisServer.start("--cluster-enabled", "yes");
                cluster.nodes.add(node);
                node.command("CLUSTER", "ADDSLOTSRANGE", String.valueOf(i * SLOTS / size),
                        String.valueOf((i + 1) * SLOTS / size - 1));
                cluster.nodes.get(0).command("CLUSTER", "MEET", "127.0.0.1", String.valueOf(node.port()));
            }
            for (RedisServer node : cluster.nodes) {
                awaitOk(node, size);
            }
            return cluster;
        }

        RedisLink link(Links links) {
            return links.to(new RedisOptions().setType(RedisClientType.CLUSTER).setConnectionString(nodes.get(0).uri()));
        }

        /** The slot, without a key in it. */
        void move(String key, int node) {
            String slot = nodes.get(0).command("CLUSTER", "KEYSLOT", key);
            String id = nodes.get(node).command("CLUSTER", "MYID");
            // else the new owner's claim might be older than what the former one has told the others a moment ago
            long newest = nodes.stream().mapToLong(any -> epoch(any, "cluster_my_epoch")).max().getAsLong();
            Links.await("the new owner knows the newest claim",
                    () -> epoch(nodes.get(node), "cluster_current_epoch") >= newest);
            List<RedisServer> newOwnerFirst = new ArrayList<>(nodes);
            newOwnerFirst.add(0, newOwnerFirst.remove(node));
            for (RedisServer other : nodes) {
                // so that its claim becomes the newest
                nodes.get(node).command("CLUSTER", "SETSLOT", slot, "IMPORTING", other.command("CLUSTER", "MYID"));
            }
            for (RedisServer any : newOwnerFirst) {
                assertThat(any.command("CLUSTER", "SETSLOT", slot, "NODE", id)).isEqualTo("OK");
            }
        }

        private static long epoch(RedisServer node, String name) {
            return node.command("CLUSTER", "INFO").lines().filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1).trim())).findFirst().getAsLong();
        }

        List<Integer> sizes() {
            return nodes.stream().map(node -> Integer.valueOf(node.command("DBSIZE"))).toList();
        }

        @Override
        public void close() {
            nodes.forEach(RedisServer::close);
        }
    }

    private static void awaitOk(RedisServer server, int nodes) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(180).toNanos();
        while (!server.command("CLUSTER", "INFO").contains("cluster_state:ok")
                || !server.command("CLUSTER", "INFO").contains("cluster_known_nodes:" + nodes)) {
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
