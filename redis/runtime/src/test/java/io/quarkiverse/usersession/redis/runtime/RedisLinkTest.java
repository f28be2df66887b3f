package io.quarkiverse.usersession.redis.runtime;

import static io.quarkiverse.usersession.redis.runtime.Links.PATIENCE;
import static io.quarkiverse.usersession.redis.runtime.Links.awaitConnection;
import static io.quarkiverse.usersession.redis.runtime.Links.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

@Timeout(300)
class RedisLinkTest {

    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private RedisServer server;
    private Links links;

    @BeforeEach
    void start() {
        server = RedisServer.start();
        links = new Links();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            links.close();
            server.close();
        }
    }

    @Test
    void nothingIsOpenedBeforeTheFirstCommand() {
        RedisLink link = links.to(server);
        Uni<Response> ping = link.send(ping());
        assertThat(connections()).isEmpty();

        get(ping);

        assertThat(connections()).hasSize(1);
    }

    @Test
    void fourHundredAtOnceUseOneConnection() {
        RedisLink link = links.to(server);

        assertThat(get(all(link, 400))).hasSize(400);

        assertThat(connections()).hasSize(1);
    }

    private static Uni<List<Response>> all(RedisLink link, int count) {
        List<Uni<Response>> commands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            commands.add(link.send(ping()));
        }
        return Uni.join().all(commands).andFailFast();
    }

    @Test
    void aConnectionThatTheServerEndedIsReplaced() {
        RedisLink link = links.to(server);
        get(link.send(ping()));
        List<String> before = connections();

        server.command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");

        awaitConnection(link);
        awaitOneOtherThan(before);
    }

    @Test
    void S39_aServerThatWasAwayIsUsedAgain() {
        RedisLink link = links.to(server);
        get(link.send(ping()));
        server.kill();

        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> get(link.send(ping()))).isNotInstanceOf(TimeoutException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as("at once").isLessThan(Duration.ofSeconds(10));
        }
        server.restart();

        awaitConnection(link);
        awaitOneOtherThan(List.of());
    }

    @Test
    void aServerThatIsThereLaterThanTheApplicationIsUsed() {
        server.kill();
        RedisLink link = links.to(server);
        assertThatThrownBy(() -> get(link.send(ping()))).isNotNull();
        server.restart();

        assertThat(get(link.send(ping())).toString()).isEqualTo("PONG");
    }

    @Test
    void S39_whoeverGivesUpOnAStoppedServerGetsANewConnection() {
        RedisLink link = links.to(server);
        get(link.send(ping()));
        List<String> before = connections();
        server.stop();
        CompletableFuture<Response> other = link.send(ping()).subscribeAsCompletionStage();

        assertThatThrownBy(() -> get(link.send(ping()).ifNoItem().after(TIMEOUT).fail())).isInstanceOf(TimeoutException.class);

        // the others are told at once, and don't have to wait until their own time is over
        assertThatThrownBy(() -> other.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        // on a server that accepts connections and answers none, opening one is given up in the same way
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> get(link.send(ping()).ifNoItem().after(TIMEOUT).fail()))
                    .isInstanceOf(TimeoutException.class);
        }
        server.resume();
        awaitConnection(link);
        awaitOneOtherThan(before);
    }

    @Test
    void aUserWhoGoesAwayDoesNotEndWhatOthersWaitFor() {
        RedisLink link = links.to(server);
        get(link.send(ping()));
        int answeredInTime = 0;

        for (int i = 0; i < 50; i++) {
            awaitConnection(link);
            List<String> before = connections();
            long start = System.nanoTime();
            CompletableFuture<Response> other = link.send(ping()).subscribeAsCompletionStage();
            link.send(ping()).subscribe().with(item -> {
            }).cancel();
            CompletableFuture<Response> last = link.send(ping()).subscribeAsCompletionStage();
            boolean answered = Stream.of(other, last).allMatch(each -> each.handle((pong, failure) -> failure == null).join());
            if (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) < RedisLink.PATIENCE_MILLIS) {
                assertThat(answered).isTrue();
                assertThat(connections()).isEqualTo(before);
                answeredInTime++;
            }
        }

        assertThat(answeredInTime).isPositive();
    }

    @Test
    void aCommandThatWasCancelledEarlyEndsAStoppedConnectionAllTheSame() {
        RedisLink link = links.to(server);
        get(link.send(ping()));
        server.stop();
        CompletableFuture<Response> other = link.send(ping()).subscribeAsCompletionStage();

        link.send(ping()).subscribe().with(item -> {
        }).cancel();

        assertThatThrownBy(() -> other.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    @Test
    void S39_whatWaitsIsBounded() {
        RedisLink link = links.to(server);
        get(link.send(ping()));
        server.stop();
        AtomicInteger refused = new AtomicInteger();

        for (int i = 0; i < RedisLine.MAX_UNANSWERED + 50; i++) {
            link.send(ping()).subscribe().with(item -> {
            }, failure -> refused.incrementAndGet());
        }

        assertThat(refused).hasValue(50);
    }

    /** Mutiny logs failures that nobody waits for, with what Redis has answered. */
    @Test
    void whatComesAfterACancellationIsNotLogged() {
        List<Throwable> dropped = new CopyOnWriteArrayList<>();
        Infrastructure.setDroppedExceptionHandler(dropped::add);
        try {
            RedisLink link = links.to(server);
            RedisSignInStore store = new RedisSignInStore(link, "shop", InstantSource.system(), Duration.ofDays(1),
                    links.calls());
            get(link.send(ping()));
            server.stop();
            CompletableFuture<Response> last = link.send(ping()).subscribeAsCompletionStage();
            for (Uni<?> command : List.of(
                    store.check(new SignInCheck("ada", "AAAAAAAAAAAAAAAA", Instant.EPOCH, Optional.empty())),
                    store.list("ada"), store.end("ada", "AAAAAAAAAAAAAAAA"),
                    store.endAll("ada", Instant.EPOCH, Optional.empty()))) {
                command.subscribe().with(item -> {
                }).cancel();
            }

            assertThatThrownBy(() -> last.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);

            assertThat(dropped).isEmpty();
        } finally {
            Infrastructure.resetDroppedExceptionHandler();
        }
    }

    @Test
    void whatWaitsForAConnectionIsBoundedToo() {
        server.stop();
        RedisLink link = links.to(server);
        AtomicInteger refused = new AtomicInteger();

        for (int i = 0; i < RedisLine.MAX_UNANSWERED + 50; i++) {
            link.send(ping()).subscribe().with(item -> {
            }, failure -> refused.incrementAndGet());
        }

        assertThat(refused).hasValue(50);
    }

    @Test
    void aConnectionThatWasNotUsedForLongIsNotTrusted() {
        AtomicLong now = new AtomicLong();
        Vertx vertx = links.vertx;
        try (RedisLink link = new RedisLink(vertx, () -> Redis.createClient(vertx, server.uri()), connection -> {
        }, now::get)) {
            get(link.send(ping()));
            List<String> before = connections();
            now.addAndGet(180_000);
            get(link.send(ping()));
            assertThat(connections()).isEqualTo(before);

            now.addAndGet(180_001);
            get(link.send(ping()));

            awaitOneOtherThan(before);
        }
    }

    /** Also that of the first command, for which the connection is opened. */
    @Test
    void theAnswerComesOnTheContextOfWhoeverAsked() {
        RedisLink link = links.to(server);
        for (int i = 0; i < 4; i++) {
            // another thread, as this one's context is that of the link
            Context context = CompletableFuture.supplyAsync(links.vertx::getOrCreateContext, task -> new Thread(task).start())
                    .join();
            assertThat(context).isNotSameAs(link.context());
            CompletableFuture<Context> answeredOn = new CompletableFuture<>();
            context.runOnContext(ignored -> link.send(ping()).subscribe()
                    .with(item -> answeredOn.complete(Vertx.currentContext()), answeredOn::completeExceptionally));

            assertThat(answeredOn.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join()).isSameAs(context);
        }
    }

    @Test
    void anErrorIsOfTheCommandAndNotOfTheConnection() {
        RedisLink link = links.to(server);
        get(link.send(ping()));
        List<String> before = connections();

        assertThatThrownBy(() -> get(link.send(Request.cmd(Command.EVALSHA).arg("0".repeat(40)).arg(0))))
                .matches(RedisFailures::isScriptMissing);

        awaitConnection(link);
        assertThat(connections()).isEqualTo(before);
    }

    @Test
    void aServerThatIsNoLongerThePrimaryIsLeft() {
        RedisLink link = links.to(server);
        get(link.send(ping()));
        List<String> before = connections();
        server.command("REPLICAOF", "127.0.0.1", "1");

        assertThatThrownBy(() -> get(link.send(Request.cmd(Command.SET).arg("a").arg("b"))))
                .hasMessageStartingWith("READONLY");
        awaitConnection(link);

        awaitOneOtherThan(before);
    }

    @Test
    void closingEndsTheConnectionAndWhatWaits() {
        RedisLink link = links.to(server);
        get(link.send(ping()));
        server.stop();
        CompletableFuture<Response> waiting = link.send(ping()).subscribeAsCompletionStage();

        link.close();

        assertThatThrownBy(() -> waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> get(link.send(ping()))).hasMessageContaining("the application stops");
        server.resume();
        Links.await("no connection", () -> connections().isEmpty());
    }

    @Test
    void settingsThatMakeNoClientAreAFailure() {
        RedisLink link = links.to(new RedisOptions().setConnectionString("redis://127.0.0.1:99999"));

        assertThatThrownBy(() -> get(link.send(ping()))).isNotInstanceOf(TimeoutException.class);
    }

    private static Request ping() {
        return Request.cmd(Command.PING);
    }

    /** The server learns of the end of a connection from the client, when both have time. */
    private void awaitOneOtherThan(List<String> before) {
        Links.await("one connection, which is new", () -> {
            List<String> connections = connections();
            return connections.size() == 1 && !before.contains(connections.get(0));
        });
    }

    /** The ids of all connections of this test. */
    private List<String> connections() {
        return server.command("CLIENT", "LIST").lines().filter(line -> !line.contains(" cmd=client|list "))
                .map(line -> line.replaceFirst(" .*", "")).toList();
    }
}
