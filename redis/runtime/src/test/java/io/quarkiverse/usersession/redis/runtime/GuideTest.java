package io.quarkiverse.usersession.redis.runtime;

import static io.quarkiverse.usersession.redis.runtime.Links.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;

/** What the guide shows for the configuration of a server. */
class GuideTest {

    private static final Path EXAMPLES = Path.of("../../docs/modules/ROOT/examples/redis");
    private static final String ID = "AAAAAAAAAAAAAAAA";

    @AutoClose
    private final Links links = new Links();

    /** Each permission is taken away once, and something fails. But HELLO, which is sent before the user is known. */
    @Test
    void theUserMayDoWhatTheStoreNeedsAndNothingElse() throws IOException {
        List<String> user = List.of(text("users.acl").strip().split(" "));
        try (RedisServer server = RedisServer.start()) {
            useAll(server, user);

            for (String permission : user) {
                if (permission.startsWith("+") && !permission.equals("+hello")) {
                    List<String> less = new ArrayList<>(user);
                    less.remove(permission);
                    assertThatThrownBy(() -> useAll(server, less)).as("without " + permission)
                            .hasMessageMatching("(?s).*(NOPERM|can't run this command).*"); // by itself, or in a script
                }
            }
            List<String> elsewhere = new ArrayList<>(user);
            elsewhere.replaceAll(rule -> rule.equals("~my-shop:*") ? "~my-other-shop:*" : rule);
            assertThatThrownBy(() -> useAll(server, elsewhere)).hasMessageContaining("NOPERM");
        }
    }

    @Test
    void theServerForgetsNothing() throws IOException {
        String[] options = text("redis.conf").lines().flatMap(line -> Arrays.stream(("--" + line).split(" ")))
                .toArray(String[]::new);
        try (RedisServer server = RedisServer.start(options); CapturedLog log = new CapturedLog()) {
            Redis client = Redis.createClient(links.vertx, server.uri());
            new Durability().accept(client.connect().toCompletionStage().toCompletableFuture().join());
            get(new RedisSignInStore(links.to(server), "my-shop", InstantSource.system(), Links.MAX_AGE).list("ada"));
            client.close();

            assertThat(log.messages("WARN")).isEmpty();
        }
    }

    private void useAll(RedisServer server, List<String> user) {
        server.command("FLUSHALL");
        server.command("SCRIPT", "FLUSH");
        server.command("ACL", "DELUSER", "sign-ins");
        List<String> command = new ArrayList<>(List.of("ACL", "SETUSER"));
        command.addAll(user.subList(1, user.size()));
        assertThat(server.command(command.toArray(String[]::new))).isEqualTo("OK");
        RedisSignInStore store = new RedisSignInStore(
                links.to(new RedisOptions().setConnectionString(
                        "redis://sign-ins:a-long-random-password@127.0.0.1:" + server.port())),
                "my-shop", new MovableClock(), Links.MAX_AGE);
        Instant now = Instant.now();
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
