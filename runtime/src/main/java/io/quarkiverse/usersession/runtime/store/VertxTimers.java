package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;

/**
 * Timers on event loops. Timers of the worker pool would not fire while all of its threads wait for a store that does not
 * answer. Those of Vert.x belong to the caller's context: they end when its verticle is undeployed, and in a worker's context
 * they wait for its present task.
 */
public final class VertxTimers implements Timers {

    private static final Runnable NOTHING = () -> {
    };

    private final Vertx vertx;

    public VertxTimers(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        try {
            Future<?> timer = eventLoop().schedule(task, Math.max(1, delay.toMillis()), TimeUnit.MILLISECONDS);
            return () -> cancel(timer);
        } catch (RejectedExecutionException e) {
            return NOTHING; // the application has stopped, and there is no later
        }
    }

    private static void cancel(Future<?> timer) {
        try {
            timer.cancel(false);
        } catch (RejectedExecutionException e) {
            // likewise
        }
    }

    /** The one that calls this, as it can cancel its timers cheaply, or else any. */
    private EventExecutor eventLoop() {
        EventLoopGroup all = vertx.nettyEventLoopGroup();
        for (EventExecutor eventLoop : all) {
            if (eventLoop.inEventLoop()) {
                return eventLoop;
            }
        }
        return all.next();
    }
}
