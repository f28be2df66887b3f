package io.quarkiverse.usersession.runtime.store;

import org.jboss.logging.Logger;

/** Counts and logs sign-outs that the store has not confirmed. */
final class LostEndings {

    private static final Logger LOG = Logger.getLogger(LostEndings.class);

    private final OncePerMinute errors;
    private final StoreMetrics metrics;

    LostEndings(Timers timers, StoreMetrics metrics) {
        this.errors = new OncePerMinute(timers, LostEndings::log);
        this.metrics = metrics;
    }

    void add(int number, Throwable failure) {
        metrics.lost(number);
        errors.add(number, StoreFailure.reason(failure));
    }

    /** Logs the sign-outs that have not been logged yet. */
    void say() {
        errors.say();
    }

    private static void log(int number, String reason) {
        LOG.errorf("The sign-in store could not be told about %d of the sign-outs (%s): copies of their cookies still work"
                + " on other replicas, and here after a restart. Find out what is wrong with the store, and then call"
                + " SignIns.signOutEverywhere for the users concerned. This error is logged at most"
                + " once a minute", number, reason);
    }
}
