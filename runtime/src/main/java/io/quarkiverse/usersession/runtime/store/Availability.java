package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;

/**
 * Decides whether the store is asked. After a question has failed, only one question a second is allowed, and the first of
 * these that is answered ends the outage. So one request a second waits, and late answers to questions from before the outage
 * don't end it.
 */
final class Availability {

    /** Whether a question may be asked. */
    enum Permit {
        ASK,
        /** Ask, to see whether the store is back. */
        PROBE,
        /** Don't ask. */
        NONE
    }

    private static final Duration BETWEEN_PROBES = Duration.ofSeconds(1);

    private final Timers timers;
    private volatile boolean outage;
    private boolean probeDue;
    private int outages; // tells timers of a former outage from those of this one

    Availability(Timers timers) {
        this.timers = timers;
    }

    Permit permit() {
        return outage ? permitInOutage() : Permit.ASK;
    }

    private synchronized Permit permitInOutage() {
        if (!outage) {
            return Permit.ASK;
        }
        if (!probeDue) {
            return Permit.NONE;
        }
        scheduleProbe();
        return Permit.PROBE;
    }

    /**
     * A question was answered.
     *
     * @return whether that ends an outage
     */
    boolean answered(Permit permit) {
        return permit == Permit.PROBE && ends();
    }

    private synchronized boolean ends() {
        boolean ends = outage;
        outage = false;
        return ends;
    }

    /**
     * A question was not answered.
     *
     * @return whether that begins an outage
     */
    synchronized boolean failed(Permit permit) {
        if (outage) {
            if (permit == Permit.PROBE && probeDue) {
                scheduleProbe(); // it has taken so long that the next one would follow at once, and every request would wait
            }
            return false;
        }
        outage = true;
        outages++;
        scheduleProbe();
        return true;
    }

    private void scheduleProbe() {
        probeDue = false;
        int number = outages;
        timers.after(BETWEEN_PROBES, () -> probeIsDue(number));
    }

    private synchronized void probeIsDue(int number) {
        if (number == outages) {
            probeDue = true;
        }
    }
}
