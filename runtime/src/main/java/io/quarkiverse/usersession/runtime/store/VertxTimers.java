package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

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
        try {
            long timer = vertx.setTimer(Math.max(1, delay.toMillis()), ignored -> task.run());
            return () -> vertx.cancelTimer(timer);
        } catch (IllegalStateException | RejectedExecutionException e) {
            return NOTHING; // the application has stopped, and there is no later
        }
    }
}
