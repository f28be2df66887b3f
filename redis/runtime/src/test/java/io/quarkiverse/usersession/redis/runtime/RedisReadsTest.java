package io.quarkiverse.usersession.redis.runtime;

import static io.quarkiverse.usersession.redis.runtime.Links.PATIENCE;
import static io.quarkiverse.usersession.redis.runtime.Links.awaitConnection;
import static io.quarkiverse.usersession.redis.runtime.Links.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usersession.testsupport.RedisServer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Verticle;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

@Timeout(300)
class RedisReadsTest {

    private RedisServer server;
    private Links links;
    private RedisLink link;
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile boolean batchFails;

    @BeforeEach
    void open() {
        server = RedisServer.start();
        links = new Links();
        link = new RedisLink(links.vertx, this::client, connection -> {
        }, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        server.command("HSET", "hash", "1", "one", "2", "two");
        get(link.read(hmget("hash", "1")));
        sent.clear();
    }

    @AfterEach
    void close() {
        if (server != null) {
            link.close();
            links.close();
            server.close();
        }
    }

    @Test
    void thoseOfOneTurnAreWrittenTogetherAndEachGetsItsAnswer() {
        List<CompletableFuture<String>> answers = inOneTurn(
                () -> List.of(link.read(hmget("hash", "1")), link.read(hmget("hash", "2")), link.read(hmget("hash", "3"))));

        assertThat(answers).extracting(CompletableFuture::join).containsExactly("one", "two", "null");
        assertThat(sent).containsExactly("batch of 3");
    }

    @Test
    void thoseThatComeRightAfterThatTurnAreWrittenWithThem() {
        CompletableFuture<String> later = new CompletableFuture<>();
        List<CompletableFuture<String>> answers = inOneTurn(() -> {
            List<Uni<Response>> commands = List.of(link.read(hmget("hash", "1")));
            link.context().runOnContext(first -> link.context().runOnContext(second -> link.read(hmget("hash", "2"))
                    .map(RedisReadsTest::text).subscribe().with(later::complete, later::completeExceptionally)));
            return commands;
        });

        assertThat(answers.get(0).join()).isEqualTo("one");
        assertThat(later.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join()).isEqualTo("two");
        assertThat(sent).containsExactly("batch of 2");
    }

    @Test
    void oneAloneIsSentAsItIs() {
        assertThat(text(get(link.read(hmget("hash", "1"))))).isEqualTo("one");

        assertThat(sent).containsExactly("send");
    }

    @Test
    void whatWritesIsNeverPartOfABatchAsItMustNotBeSentTwice() {
        List<CompletableFuture<String>> answers = inOneTurn(() -> List.of(
                link.send(Request.cmd(Command.HMSET).arg("hash").arg("1").arg("uno")).replaceWith(() -> null),
                link.send(Request.cmd(Command.HMSET).arg("hash").arg("2").arg("due")).replaceWith(() -> null)));

        assertThat(answers).allSatisfy(CompletableFuture::join);
        assertThat(sent).containsExactly("send", "send");
    }

    @Test
    void anErrorOfOneIsNotThatOfTheOthers() {
        server.command("SET", "text", "no hash");

        List<CompletableFuture<String>> answers = inOneTurn(
                () -> List.of(link.read(hmget("hash", "1")), link.read(hmget("text", "1")), link.read(hmget("hash", "2"))));

        assertThat(answers.get(0).join()).isEqualTo("one");
        assertThatThrownBy(answers.get(1)::join).hasRootCauseMessage(
                "WRONGTYPE Operation against a key holding the wrong kind of value");
        assertThat(answers.get(2).join()).isEqualTo("two");
    }

    @Test
    void whatCannotBeWrittenTogetherIsSentOneByOne() {
        batchFails = true;

        List<CompletableFuture<String>> answers = inOneTurn(
                () -> List.of(link.read(hmget("hash", "1")), link.read(hmget("hash", "2"))));

        assertThat(answers).extracting(CompletableFuture::join).containsExactly("one", "two");
        assertThat(sent).containsExactly("batch of 2", "send", "send");
    }

    @Test
    void aWorkerMayWaitForAnAnswer() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Verticle waiting = new AbstractVerticle() {
            @Override
            public void start() {
                answer.complete(text(link.read(hmget("hash", "1")).await().atMost(PATIENCE)));
            }
        };

        links.vertx.deployVerticle(waiting, new DeploymentOptions().setWorker(true))
                .onFailure(answer::completeExceptionally);

        assertThat(answer.orTimeout(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS).join()).isEqualTo("one");
    }

    @Test
    void S39_thoseOfALostConnectionFailAndTheNextGetsANewOne() {
        server.stop();
        List<CompletableFuture<String>> answers = inOneTurn(
                () -> List.of(link.read(hmget("hash", "1")), link.read(hmget("hash", "2"))));

        server.kill();

        assertThat(answers).allSatisfy(answer -> assertThatThrownBy(answer::join).rootCause()
                .matches(RedisFailures::isConnectionUseless));
        server.restart();
        awaitConnection(link);
        assertThat(text(get(link.read(hmget("hash", "1"))))).isEqualTo("null");
    }

    /** Subscribes to what is given while the event loop of the connection does nothing else. */
    private List<CompletableFuture<String>> inOneTurn(Supplier<List<Uni<Response>>> commands) {
        CompletableFuture<List<CompletableFuture<String>>> answers = new CompletableFuture<>();
        link.context().runOnContext(ignored -> {
            List<CompletableFuture<String>> begun = new ArrayList<>();
            for (Uni<Response> command : commands.get()) {
                begun.add(command.map(RedisReadsTest::text).subscribeAsCompletionStage().orTimeout(PATIENCE.toSeconds(),
                        TimeUnit.SECONDS));
            }
            answers.complete(begun);
        });
        return answers.join();
    }

    private static Request hmget(String key, String field) {
        return Request.cmd(Command.HMGET).arg(key).arg(field);
    }

    private static String text(Response fields) {
        return fields == null ? null : String.valueOf(fields.get(0));
    }

    /** One that notes what it is told to send. */
    private Redis client() {
        Redis client = Redis.createClient(links.vertx, server.uri());
        return (Redis) Proxy.newProxyInstance(Redis.class.getClassLoader(), new Class<?>[] { Redis.class },
                (proxy, method, arguments) -> {
                    Object result = method.invoke(client, arguments);
                    return method.getName().equals("connect") ? ((Future<?>) result).map(this::noting) : result;
                });
    }

    private RedisConnection noting(Object connection) {
        return (RedisConnection) Proxy.newProxyInstance(RedisConnection.class.getClassLoader(),
                new Class<?>[] { RedisConnection.class }, (proxy, method, arguments) -> {
                    if (method.getName().equals("send")) {
                        sent.add("send");
                    } else if (method.getName().equals("batch")) {
                        sent.add("batch of " + ((List<?>) arguments[0]).size());
                        if (batchFails) {
                            throw new IllegalStateException("no node has this slot");
                        }
                    }
                    return method.invoke(connection, arguments);
                });
    }
}
