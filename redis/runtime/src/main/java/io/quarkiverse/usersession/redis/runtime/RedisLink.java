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
final class RedisLink implements RedisCommands, AutoCloseable {

    static final long PATIENCE_MILLIS = 250;

    // a firewall may have forgotten it by then, and let what is sent on it vanish
    private static final long MAX_IDLE_MILLIS = 180_000;

    private final Context context;
    private final Supplier<Redis> clients;
    private final Consumer<RedisConnection> opened;
    private final LongSupplier millis;
    private final Consumer<RedisLink> lost;

    private RedisLine line; // guarded by this
    private boolean closed;

    RedisLink(Vertx vertx, Supplier<Redis> clients, Consumer<RedisConnection> opened, LongSupplier millis) {
        this(vertx.getOrCreateContext(), clients, opened, millis, ignored -> {
        });
    }

    /**
     * @param clients creates a client without a connection. It is called on the context of this link, never on that of a
     *        request
     * @param opened called with each new connection
     * @param millis a monotonic clock, in milliseconds from any start
     * @param lost called with this link when its connection was given up without having been closed by the server
     */
    RedisLink(Context context, Supplier<Redis> clients, Consumer<RedisConnection> opened, LongSupplier millis,
            Consumer<RedisLink> lost) {
        this.context = context;
        this.clients = clients;
        this.opened = opened;
        this.millis = millis;
        this.lost = lost;
    }

    @Override
    public Uni<Response> send(Request request) {
        return Uni.createFrom().emitter(emitter -> new RedisCommand(this, request, false, emitter).send());
    }

    @Override
    public Uni<Response> read(Request request) {
        return Uni.createFrom().emitter(emitter -> new RedisCommand(this, request, true, emitter).send());
    }

    /**
     * Reserves a place for the next command.
     *
     * @return the connection to send it on; null after this was closed
     * @throws TooManyCommands if too many wait for an answer on it
     */
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
            if (next != null) {
                next.reserve(now); // while locked, so that nobody finds it idle and closes it
            }
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

    /** The same where other connections to that server may be useless without having been closed. */
    void giveUp(RedisLine useless) {
        replace(useless);
        lost.accept(this);
    }

    /**
     * The next command gets a new connection, unless others wait for an answer on this one: they will find out whether it is
     * still good.
     */
    synchronized void distrust() {
        if (line != null) {
            line.distrust();
        }
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
