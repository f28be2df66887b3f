package io.quarkiverse.usersession.redis.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Sends commands to Redis on several connections. Each event loop reads on a connection of its own, because handing a command
 * to another thread, and the answer back, would take more CPU time than sending it. All other threads share one connection. All
 * commands that change something are sent on that one too, so that they keep their order.
 */
final class RedisLinks implements RedisCommands, AutoCloseable {

    private final Vertx vertx;
    private final Supplier<Redis> clients;
    private final Consumer<RedisConnection> opened;
    private final LongSupplier millis;
    private final RedisLink shared;
    private final Map<Thread, RedisLink> ofEventLoops = new ConcurrentHashMap<>();
    private final Future<String> deployment;
    private volatile boolean closed;

    /** The parameters are those of {@link RedisLink}. */
    RedisLinks(Vertx vertx, Supplier<Redis> clients, Consumer<RedisConnection> opened, LongSupplier millis) {
        this.vertx = vertx;
        this.clients = clients;
        this.opened = opened;
        this.millis = millis;
        this.shared = link(vertx.getOrCreateContext());
        int eventLoops = 0;
        for (Object eventLoop : vertx.nettyEventLoopGroup()) {
            eventLoops++;
        }
        // Vert.x deploys them to one event loop after the other
        this.deployment = vertx.deployVerticle(OfEventLoop::new, new DeploymentOptions().setInstances(eventLoops));
    }

    /** The context of each connection must be that of its event loop, and must not end before the connection. */
    private final class OfEventLoop extends AbstractVerticle {

        @Override
        public void start() {
            RedisLink link = link(context);
            ofEventLoops.put(Thread.currentThread(), link);
            if (closed) {
                link.close(); // close() may not have seen it
            }
        }
    }

    private RedisLink link(Context context) {
        return new RedisLink(context, clients, opened, millis, this::distrustOthers);
    }

    /** If one connection is useless, others may be too. They are replaced before a request would wait for them. */
    private void distrustOthers(RedisLink useless) {
        for (RedisLink link : ofEventLoops.values()) {
            if (link != useless) {
                link.distrust();
            }
        }
        if (shared != useless) {
            shared.distrust();
        }
    }

    @Override
    public Uni<Response> send(Request request) {
        return shared.send(request);
    }

    @Override
    public Uni<Response> read(Request request) {
        return ofEventLoops.getOrDefault(Thread.currentThread(), shared).read(request);
    }

    @Override
    public void close() {
        closed = true;
        shared.close();
        ofEventLoops.values().forEach(RedisLink::close);
        deployment.onSuccess(vertx::undeploy);
    }
}
