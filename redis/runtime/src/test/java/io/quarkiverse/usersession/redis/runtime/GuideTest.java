package io.quarkiverse.usersession.redis.runtime;

import static io.quarkiverse.usersession.redis.runtime.Links.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.runtime.format.StoredReference;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;

/** What the guide shows for the configuration of a server. */
class GuideTest {

    private static final Path EXAMPLES = Path.of("../../docs/modules/ROOT/examples/redis");
    private static final String ID = "AAAAAAAAAAAAAAAA";

    @AutoClose
    private final Links links = new Links();

    @Test
    void theUserMayDoWhatTheStoreNeedsAndNothingElse() throws IOException {
        assertThatNothingIsSuperfluous("users.acl", "~my-shop:*", this::useSignIns);
    }

    @Test
    void theUserMayDoWhatLargeValuesNeedAndNothingElse() throws IOException {
        assertThatNothingIsSuperfluous("values.acl", "~my-shop:value:*", this::useValues);
    }

    @Test
    void onAClusterTheUserMayAlsoAskWhereTheSlotsAre() throws IOException {
        for (String file : List.of("users.acl", "values.acl")) {
            List<String> user = new ArrayList<>(List.of(text(file).strip().split(" ")));
            Consumer<RedisLink> use = file.equals("users.acl") ? this::useSignIns : this::useValues;
            try (RedisServer server = RedisServer.start("--cluster-enabled", "yes")) {
                server.command("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
                Links.await("the cluster is ready", () -> server.command("CLUSTER", "INFO").contains("cluster_state:ok"));
                assertThatThrownBy(() -> useAs(user, server, RedisClientType.CLUSTER, use))
                        .hasMessageStartingWith("no connection to Redis: ");

                user.add("+cluster|slots");

                useAs(user, server, RedisClientType.CLUSTER, use);
            }
        }
    }

    /** Each permission is taken away once, and something fails. But HELLO, which is sent before the user is known. */
    private void assertThatNothingIsSuperfluous(String file, String keys, Consumer<RedisLink> use) throws IOException {
        List<String> user = List.of(text(file).strip().split(" "));
        try (RedisServer server = RedisServer.start()) {
            useAs(user, server, use);

            for (String permission : user) {
                if (permission.startsWith("+") && !permission.equals("+hello")) {
                    List<String> less = new ArrayList<>(user);
                    less.remove(permission);
                    assertThatThrownBy(() -> useAs(less, server, use)).as("without " + permission)
                            .hasMessageMatching("(?s).*(NOPERM|can't run this command|answered ERR).*"); // by itself, or in a script
                }
            }
            List<String> elsewhere = new ArrayList<>(user);
            elsewhere.replaceAll(rule -> rule.equals(keys) ? "~my-other-shop:*" : rule);
            assertThatThrownBy(() -> useAs(elsewhere, server, use)).hasMessageContaining("NOPERM");
        }
    }

    @Test
    void theServerForgetsNothing() throws IOException {
        String[] options = text("redis.conf").lines().flatMap(line -> Arrays.stream(("--" + line).split(" ")))
                .toArray(String[]::new);
        try (RedisServer server = RedisServer.start(options); CapturedLog log = new CapturedLog()) {
            Redis client = Redis.createClient(links.vertx, server.uri());
            new Durability().accept(client.connect().toCompletionStage().toCompletableFuture().join());
            get(new RedisSignInStore(links.to(server), "my-shop", InstantSource.system(), Links.MAX_AGE, links.calls())
                    .list("ada"));
            client.close();

            assertThat(log.messages("WARN")).isEmpty();
        }
    }

    private void useAs(List<String> user, RedisServer server, Consumer<RedisLink> use) {
        useAs(user, server, RedisClientType.STANDALONE, use);
    }

    private void useAs(List<String> user, RedisServer server, RedisClientType type, Consumer<RedisLink> use) {
        server.command("FLUSHALL");
        server.command("SCRIPT", "FLUSH");
        server.command("ACL", "DELUSER", user.get(1));
        List<String> command = new ArrayList<>(List.of("ACL", "SETUSER"));
        command.addAll(user.subList(1, user.size()));
        assertThat(server.command(command.toArray(String[]::new))).isEqualTo("OK");
        use.accept(links.to(new RedisOptions().setType(type).setConnectionString(
                "redis://" + user.get(1) + ":a-long-random-password@127.0.0.1:" + server.port())));
    }

    private void useValues(RedisLink link) {
        RedisValueStore store = new RedisValueStore(link, "my-shop");
        StoredReference former = StoredReference.first(new SecureRandom()::nextBytes);
        StoredReference reference = former.next(new SecureRandom()::nextBytes);
        byte[] sealed = { 1 };
        get(store.put(former, sealed, 100));
        get(store.put(reference, sealed, 100));
        get(store.prolong(reference, 100));
        get(store.reseal(reference, sealed));
        get(store.retire(former));
        assertThat(get(store.get(former, 100))).isEqualTo(sealed);
        get(store.discard(former));
        get(store.remove(reference));
        assertThat(get(store.get(reference, 100))).isNull();
    }

    private void useSignIns(RedisLink link) {
        RedisSignInStore store = new RedisSignInStore(link, "my-shop", new MovableClock(), Links.MAX_AGE, links.calls());
        Instant now = MovableClock.START;
        assertThat(get(store.check(new SignInCheck("ada", ID, now, Optional.of("Firefox"))))).isTrue();
        assertThat(get(store.list("ada"))).extracting(SignIn::id).containsExactly(ID);
        get(store.end("ada", ID));
        for (int i = 0; i < 101; i++) { // the first is dropped
            get(store.check(new SignInCheck("ada", String.format("%016d", i), now, Optional.empty())));
        }
        get(store.endAll("ada", now, Optional.empty()));
        assertThat(get(store.check(new SignInCheck("ada", ID, now, Optional.empty())))).isFalse();
    }

    private static String text(String name) throws IOException {
        return Files.readString(EXAMPLES.resolve(name));
    }
}
