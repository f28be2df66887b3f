package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;

import org.jboss.logging.Logger;

/** Logs that the store has not confirmed sign-outs: the first time at once, and then at most once a minute. */
final class LostEndings {

    private static final Logger LOG = Logger.getLogger(LostEndings.class);
    private static final Duration BETWEEN_MESSAGES = Duration.ofMinutes(1);

    private final Timers timers;
    private final StoreMetrics metrics;
    private int unsaid;
    private String reason;
    private boolean quiet;

    LostEndings(Timers timers, StoreMetrics metrics) {
        this.timers = timers;
        this.metrics = metrics;
    }

    void add(int number, Throwable failure) {
        metrics.lost(number);
        synchronized (this) {
            unsaid += number;
            reason = StoreFailure.reason(failure);
            if (quiet) {
                return;
            }
            quiet = true;
        }
        say();
        timers.after(BETWEEN_MESSAGES, this::afterAMinute);
    }

    private void afterAMinute() {
        synchronized (this) {
            if (unsaid == 0) {
                quiet = false;
                return;
            }
        }
        say();
        timers.after(BETWEEN_MESSAGES, this::afterAMinute);
    }

    /** Logs the sign-outs that have not been logged yet. */
    void say() {
        int number;
        String why;
        synchronized (this) {
            number = unsaid;
            why = reason;
            unsaid = 0;
        }
        if (number > 0) {
            LOG.errorf("The sign-in store could not be told about %d of the sign-outs (%s): copies of their cookies still work"
                    + " on other replicas, and here after a restart. Find out what is wrong with the store, and then call"
                    + " SignIns.signOutEverywhere for the users concerned. This error is logged at most"
                    + " once a minute", number, why);
        }
    }
}
