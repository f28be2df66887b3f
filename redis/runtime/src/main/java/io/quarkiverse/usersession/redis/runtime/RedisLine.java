package io.quarkiverse.usersession.redis.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;

/**
 * One connection, from opening it to giving it up. It has a client of its own, because only closing the client closes the
 * connection: closing the connection itself returns it to the client's pool.
 */
final class RedisLine {

    /** The number of waiting commands that a connection of the client accepts by default. */
    static final int MAX_UNANSWERED = 2048;

    private final RedisLink link;
    private final Context context;
    // without a context of its own: the answers don't change threads because of it
    private final Promise<RedisConnection> connection = Promise.promise();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile long usedAt;

    private volatile RedisReads reads;
    private Redis client; // used on the context only
    private boolean closed;

    RedisLine(RedisLink link, Context context) {
        this.link = link;
        this.context = context;
        this.usedAt = link.millis();
    }

    void open(Supplier<Redis> clients, Consumer<RedisConnection> opened) {
        context.runOnContext(ignored -> {
            if (closed) {
                return;
            }
            try {
                client = clients.get();
                client.connect().onSuccess(connected -> accept(connected, opened)).onFailure(this::fail);
            } catch (RuntimeException e) {
                fail(e);
            }
        });
    }

    private void accept(RedisConnection connected, Consumer<RedisConnection> opened) {
        connected.endHandler(ended -> link.replace(this)).exceptionHandler(failed -> link.replace(this));
        reads = new RedisReads(connected, context);
        if (connection.tryComplete(connected)) {
            opened.accept(connected);
        }
    }

    private void fail(Throwable failure) {
        connection.tryFail(new NotConnected(failure));
        link.replace(this);
    }

    Future<RedisConnection> connection() {
        return connection.future();
    }

    RedisReads reads() {
        return reads;
    }

    void reserve(long now) {
        usedAt = now;
        if (unanswered.incrementAndGet() > MAX_UNANSWERED) {
            unanswered.decrementAndGet();
            throw new TooManyCommands();
        }
    }

    void release() {
        unanswered.decrementAndGet();
    }

    void distrust() {
        usedAt = Long.MIN_VALUE;
    }

    boolean isIdleSince(long millis) {
        return unanswered.get() == 0 && usedAt < millis;
    }

    void close() {
        connection.tryFail("the connection to Redis was closed before it was open");
        context.runOnContext(ignored -> {
            if (!closed) {
                closed = true;
                if (client != null) {
                    client.close();
                }
            }
        });
    }
}
