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
 * Sends commands to Redis on a single connection of its own, without waiting for the answers of earlier commands. The pool of
 * Quarkus' client has 6 connections and room for 24 waiting requests, which is too few for one command in each request.
 * <p>
 * The first command opens the connection, and so does the first command after it was lost. A caller that gives up waiting
 * cancels the {@code Uni}. If a cancelled command has been waiting for {@link #PATIENCE_MILLIS}, the connection is closed. If
 * not, it gets the rest of that time, because a user who goes away must not end what others are waiting for.
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
     * @param clients creates a client without a connection. It is called on the context of this link, never on that of a
     *        request
     * @param opened called with each new connection
     * @param millis a monotonic clock, in milliseconds from any start
     */
    RedisLink(Vertx vertx, Supplier<Redis> clients, Consumer<RedisConnection> opened, LongSupplier millis) {
        this.context = vertx.getOrCreateContext();
        this.clients = clients;
        this.opened = opened;
        this.millis = millis;
    }

    /** The answer arrives on the Vert.x context of the subscriber, if there is one. */
    Uni<Response> send(Request request) {
        return Uni.createFrom().emitter(emitter -> new RedisCommand(this, request, false, emitter).send());
    }

    /** The same for a command that changes nothing. It is sent together with others, and may be sent twice. */
    Uni<Response> read(Request request) {
        return Uni.createFrom().emitter(emitter -> new RedisCommand(this, request, true, emitter).send());
    }

    /** @return the connection for the next command; null after this was closed */
    RedisLine line(long now) {
        RedisLine stale = null;
        RedisLine next;
        synchronized (this) {
            if (line != null && line.isIdleSince(now - MAX_IDLE_MILLIS)) {
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

    /** The next command gets a new connection. Commands that wait for an answer on this one fail. */
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
