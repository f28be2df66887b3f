package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Timers on event loops. Timers of the worker pool would not fire while all of its threads wait for a store that does not
 * answer.
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
        long millis = Math.max(1, delay.toMillis());
        Context caller = Vertx.currentContext();
        try {
            if (caller != null && !caller.isEventLoopContext()) { // a worker runs its timers only after its present task, which may be waiting for one
                Future<?> timer = vertx.nettyEventLoopGroup().schedule(task, millis, TimeUnit.MILLISECONDS);
                return () -> timer.cancel(false);
            }
            long timer = vertx.setTimer(millis, ignored -> task.run());
            return () -> vertx.cancelTimer(timer);
        } catch (IllegalStateException | RejectedExecutionException e) {
            return NOTHING; // the application has stopped, and there is no later
        }
    }
}
