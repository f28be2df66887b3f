package io.quarkiverse.usersession.redis.runtime;

import static io.quarkiverse.usersession.redis.runtime.Links.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usersession.testsupport.RedisServer;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

@Timeout(300)
class RedisLinksTest {

    private final Vertx vertx = Vertx.vertx();
    private final int eventLoops = (int) StreamSupport.stream(vertx.nettyEventLoopGroup().spliterator(), false).count();
    private final Set<Thread> connecting = ConcurrentHashMap.newKeySet();

    private RedisServer server;
    private RedisLinks links;

    /** Mutiny can't be used for the first time by several threads at once. */
    @BeforeAll
    static void setUpMutiny() {
        get(Uni.createFrom().emitter(emitter -> emitter.complete(true)).map(done -> done));
    }

    @BeforeEach
    void open() {
        server = RedisServer.start();
        links = new RedisLinks(vertx, this::client, connection -> {
        }, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    }

    private Redis client() {
        connecting.add(Thread.currentThread());
        return Redis.createClient(vertx, server.uri());
    }

    @AfterEach
    void close() {
        if (server != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            server.close();
        }
    }

    @Test
    void nothingIsOpenedBeforeTheFirstCommand() {
        onEachEventLoop(() -> Uni.createFrom().nullItem());

        assertThat(connections()).isEmpty();
    }

    @Test
    void eachEventLoopReadsOnItsOwnConnection() {
        for (int i = 0; i < 3; i++) {
            List<Answered> answers = onEachEventLoop(() -> links.read(ping()));

            assertThat(answers).allSatisfy(answered -> assertThat(answered.thread).isEqualTo(answered.asker));
            assertThat(connecting).hasSize(eventLoops).hasSameElementsAs(answers.stream().map(Answered::asker).toList());
            assertThat(connections()).hasSize(eventLoops);
        }
    }

    @Test
    void whatChangesSomethingIsSentOnOneConnectionSoThatItKeepsItsOrder() {
        onEachEventLoop(() -> links.send(Request.cmd(Command.RPUSH).arg("list").arg("value")));
        get(links.send(Request.cmd(Command.RPUSH).arg("list").arg("value")));

        assertThat(connections()).hasSize(1);
    }

    @Test
    void otherThreadsShareThatConnection() {
        get(links.send(ping()));
        get(links.read(ping()));
        CompletableFuture.supplyAsync(() -> get(links.read(ping())), task -> new Thread(task).start()).join();

        assertThat(connections()).hasSize(1);
    }

    @Test
    void whenOneConnectionIsSilentTheOthersAreReplacedBeforeAnybodyWaitsForThem() {
        onEachEventLoop(() -> links.read(ping()));
        get(links.read(ping()));
        List<String> before = connections();
        server.stop();
        assertThatThrownBy(() -> get(links.read(ping()).ifNoItem().after(Duration.ofMillis(300)).fail()))
                .isInstanceOf(TimeoutException.class);
        server.resume();

        onEachEventLoop(() -> links.read(ping()));
        get(links.read(ping()));

        assertThat(before).hasSize(eventLoops + 1);
        awaitOthersThan(before, eventLoops + 1);
    }

    /** After a failover, only what writes is told. */
    @Test
    void whenOneConnectionIsToAFormerPrimaryTheOthersAreReplacedToo() {
        onEachEventLoop(() -> links.read(ping()));
        get(links.send(ping()));
        List<String> before = connections();
        server.command("REPLICAOF", "127.0.0.1", "1");
        assertThatThrownBy(() -> get(links.send(Request.cmd(Command.SET).arg("a").arg("b"))))
                .hasMessageStartingWith("READONLY");

        onEachEventLoop(() -> links.read(ping()));

        awaitOthersThan(before, eventLoops);
    }

    @Test
    void aConnectionThatTheServerEndedAloneIsReplacedAlone() {
        onEachEventLoop(() -> links.read(ping()));
        get(links.read(ping()));
        List<String> before = connections();
        server.command("CLIENT", "KILL", "ID", before.get(0).replace("id=", ""));

        for (int i = 0; i < 3; i++) {
            onEachEventLoop(() -> links.read(ping()).onFailure().retry().atMost(3));
            get(links.read(ping()).onFailure().retry().atMost(3));
        }

        assertThat(connections()).hasSize(eventLoops + 1).containsAll(before.subList(1, before.size()))
                .doesNotContain(before.get(0));
    }

    @Test
    void closingEndsAllConnectionsAndWhatWaits() {
        onEachEventLoop(() -> links.read(ping()));
        get(links.read(ping()));
        server.stop();
        CompletableFuture<Response> waiting = links.read(ping()).subscribeAsCompletionStage();

        links.close();

        assertThatThrownBy(() -> waiting.get(Links.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> get(links.read(ping()))).hasMessageContaining("the application stops");
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.resume();
        Links.await("no connection", () -> connections().isEmpty());
    }

    @Test
    void closingBeforeTheEventLoopsAreReadyClosesThemToo() {
        links.close();
        CountDownLatch busy = new CountDownLatch(1);
        vertx.nettyEventLoopGroup().forEach(eventLoop -> eventLoop.execute(() -> awaitUninterruptibly(busy)));
        links = new RedisLinks(vertx, this::client, connection -> {
        }, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));

        links.close();
        busy.countDown();

        onEachEventLoop(() -> links.read(ping()).onFailure(IllegalStateException.class).recoverWithNull());
        assertThat(connecting).isEmpty();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private record Answered(Thread asker, Thread thread) {
    }

    /** Subscribes on each event loop, and waits for all answers. */
    private List<Answered> onEachEventLoop(Supplier<Uni<Response>> command) {
        ConcurrentLinkedQueue<Answered> answers = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        CountDownLatch left = new CountDownLatch(eventLoops);
        vertx.deployVerticle(() -> new AbstractVerticle() {
            @Override
            public void start() {
                Thread asker = Thread.currentThread();
                command.get().subscribe().with(answer -> {
                    answers.add(new Answered(asker, Thread.currentThread()));
                    left.countDown();
                }, failures::add);
            }
        }, new DeploymentOptions().setInstances(eventLoops)).onFailure(failures::add);
        try {
            assertThat(left.await(Links.PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(() -> "all answered, but for " + failures)
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return List.copyOf(answers);
    }

    private static Request ping() {
        return Request.cmd(Command.PING);
    }

    /** The server learns of the end of a connection from the client, when both have time. */
    private void awaitOthersThan(List<String> before, int number) {
        Links.await(number + " connections, which are new", () -> {
            List<String> connections = connections();
            return connections.size() == number && connections.stream().noneMatch(before::contains);
        });
    }

    /** The ids of all connections of this test. */
    private List<String> connections() {
        return server.command("CLIENT", "LIST").lines().filter(line -> !line.contains(" cmd=client|list "))
                .map(line -> line.replaceFirst(" .*", "")).toList();
    }
}
