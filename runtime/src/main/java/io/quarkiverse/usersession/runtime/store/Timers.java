package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;

/** Runs things later. */
public interface Timers {

    /**
     * @param task must not block
     * @return cancels the task, unless it has begun
     */
    Runnable after(Duration delay, Runnable task);
}
