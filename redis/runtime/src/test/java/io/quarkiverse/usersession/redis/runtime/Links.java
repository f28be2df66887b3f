package io.quarkiverse.usersession.redis.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.quarkiverse.usersession.runtime.store.PatientCalls;
import io.quarkiverse.usersession.runtime.store.VertxTimers;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Ways to a server, which are closed together. */
final class Links implements AutoCloseable {

    static final Duration MAX_AGE = Duration.ofDays(30);

    /** For machines that have more to do. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    final Vertx vertx = Vertx.vertx();

    private final List<RedisLink> links = new ArrayList<>();

    RedisLink to(RedisServer server) {
        return to(new RedisOptions().setConnectionString(server.uri()));
    }

    RedisLink to(RedisOptions options) {
        return to(options, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    }

    /** One that keeps its connection however long the answer to a cancelled command takes: its time goes back. */
    RedisLink patientTo(RedisServer server) {
        AtomicLong steps = new AtomicLong();
        return to(new RedisOptions().setConnectionString(server.uri()), () -> -1_000_000 * steps.incrementAndGet());
    }

    private RedisLink to(RedisOptions options, LongSupplier millis) {
        RedisLink link = new RedisLink(vertx, () -> Redis.createClient(vertx, options), Links::ignore, millis);
        links.add(link);
        return link;
    }

    /** For a store of sign-ins. */
    PatientCalls calls() {
        return calls(Duration.ofSeconds(10));
    }

    PatientCalls calls(Duration timeout) {
        return new PatientCalls(timeout, "the.timeout", new VertxTimers(vertx));
    }

    private static void ignore(RedisConnection connection) {
    }

    static <T> T get(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    static void await(String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as(what).isNegative();
        }
    }

    /** When the server, or the machine, had something else to do. */
    static void awaitConnection(RedisLink link) {
        Response pong = link.send(Request.cmd(Command.PING)).onFailure().retry().withBackOff(Duration.ofMillis(10))
                .expireIn(PATIENCE.toMillis()).await().atMost(PATIENCE.multipliedBy(2));
        assertThat(pong).hasToString("PONG");
    }

    @Override
    public void close() {
        links.forEach(RedisLink::close);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
