package io.quarkiverse.usersession.redis.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.usersession.testsupport.RedisServer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;

/** Ways to a server, which are closed together. */
final class Links implements AutoCloseable {

    static final Duration MAX_AGE = Duration.ofDays(30);

    final Vertx vertx = Vertx.vertx();

    private final List<RedisLink> links = new ArrayList<>();

    RedisLink to(RedisServer server) {
        return to(new RedisOptions().setConnectionString(server.uri()));
    }

    RedisLink to(RedisOptions options) {
        RedisLink link = new RedisLink(vertx, () -> Redis.createClient(vertx, options), Links::ignore,
                () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        links.add(link);
        return link;
    }

    private static void ignore(RedisConnection connection) {
    }

    static <T> T get(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        links.forEach(RedisLink::close);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
