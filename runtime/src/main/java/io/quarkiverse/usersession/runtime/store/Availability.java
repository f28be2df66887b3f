package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;

import org.jboss.logging.Logger;

/**
 * Whether the store is asked. After a question that failed it is not, but for one question a second: the first of these that
 * is answered ends the outage. So one request a second waits, and what was asked before the outage can't make it flicker.
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

    private static final Logger LOG = Logger.getLogger(Availability.class);
    private static final Duration BETWEEN_PROBES = Duration.ofSeconds(1);

    private final boolean accept;
    private final Timers timers;
    private volatile boolean outage;
    private boolean probeDue;
    private int outages; // tells timers of a former outage from those of this one

    /** @param accept whether users are let in meanwhile */
    Availability(boolean accept, Timers timers) {
        this.accept = accept;
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

    /** A question was answered. */
    void answered(Permit permit) {
        if (permit == Permit.PROBE && ends()) {
            LOG.info("The sign-in store answers again");
        }
    }

    private synchronized boolean ends() {
        boolean ends = outage;
        outage = false;
        return ends;
    }

    /** A question was not answered. */
    void failed(Permit permit, Throwable failure) {
        if (!begins(permit)) {
            return;
        }
        String reason = StoreFailure.reason(failure);
        if (accept) {
            LOG.warnf(
                    "The sign-in store is unavailable (%s): until it answers again, sign-ins are accepted without asking it, those"
                            + " that were ended too. Find out what is wrong with the store; to refuse them instead, set"
                            + " quarkus.user-session.sign-in.store.unavailable=reject. This warning is logged once per outage",
                    reason);
        } else {
            LOG.warnf(
                    "The sign-in store is unavailable (%s): until it answers again, nobody is signed in, and protected pages answer"
                            + " 503. Find out what is wrong with the store; to let users in instead, set"
                            + " quarkus.user-session.sign-in.store.unavailable=accept. This warning is logged once per outage",
                    reason);
        }
    }

    private synchronized boolean begins(Permit permit) {
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
