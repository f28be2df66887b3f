package io.quarkiverse.usersession.redis.runtime;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * The way to Redis: one connection of our own, on which all commands are sent without waiting for each other's answers. The
 * pool of
 * Quarkus' client has 6 connections and room for 24 who wait, which one command for each request is too much for.
 * <p>
 * The first command opens it, and so does the first one after it was lost. Whoever gives up waiting for an answer cancels the
 * {@code Uni}; a command that has then been waiting for {@link #PATIENCE_MILLIS} costs the connection, and one that has not
 * gets the
 * rest of that time, as a user who goes away must not end what others are waiting for.
 */
final class RedisLink implements AutoCloseable {

    static final long PATIENCE_MILLIS = 250;

    // a firewall may have forgotten it by then, and let what is sent on it vanish
    private static final long MAX_IDLE_MILLIS = 180_000;

    private final Context context;
    private final Supplier<Redis> clients;
    private final Consumer<RedisConnection> opened;
    private final LongSupplier millis;

    private RedisLine line; // guarded by this
    private boolean closed;

    /**
     * @param clients makes a client that has no connection yet. It is called with the context of this link, never with that of
     *        a
     *        request
     * @param opened is called with each new connection
     * @param millis goes on as time does, from any start
     */
    RedisLink(Vertx vertx, Supplier<Redis> clients, Consumer<RedisConnection> opened, LongSupplier millis) {
        this.context = vertx.getOrCreateContext();
        this.clients = clients;
        this.opened = opened;
        this.millis = millis;
    }

    /** The answer comes on the Vert.x context of the subscriber, if it has one. */
    Uni<Response> send(Request request) {
        return Uni.createFrom().emitter(emitter -> new RedisCommand(this, request, emitter).send());
    }

    /** @return the line for the next command, or null after this was closed */
    RedisLine line() {
        RedisLine stale = null;
        RedisLine next;
        synchronized (this) {
            if (line != null && line.isIdleSince(millis() - MAX_IDLE_MILLIS)) {
                stale = line;
                line = null;
            }
            if (line == null && !closed) {
                line = new RedisLine(this, context);
                line.open(clients, opened);
            }
            next = line;
        }
        if (stale != null) {
            stale.close();
        }
        return next;
    }

    /** The next command gets a new line. What waits for an answer on this one fails. */
    void replace(RedisLine useless) {
        synchronized (this) {
            if (line == useless) {
                line = null;
            }
        }
        useless.close(); // not while locked, as whoever waits is told
    }

    long millis() {
        return millis.getAsLong();
    }

    Context context() {
        return context;
    }

    @Override
    public void close() {
        RedisLine last;
        synchronized (this) {
            closed = true;
            last = line;
        }
        if (last != null) {
            replace(last);
        }
    }
}
