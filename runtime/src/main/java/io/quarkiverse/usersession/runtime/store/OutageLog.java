package io.quarkiverse.usersession.runtime.store;

import org.jboss.logging.Logger;

/** Tells of outages of the sign-in store. */
final class OutageLog {

    private static final Logger LOG = Logger.getLogger(OutageLog.class);

    private final boolean accept;

    /** @param accept whether users are let in meanwhile */
    OutageLog(boolean accept) {
        this.accept = accept;
    }

    void begins(Throwable failure) {
        String reason = StoreFailure.reason(failure);
        if (accept) {
            LOG.warnf(
                    "The sign-in store is unavailable (%s): until it answers again, sign-ins are accepted without asking it,"
                            + " even if they have ended. Find out what is wrong with the store; to refuse them instead, set"
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

    /** Some calls failed, and say nothing about others. */
    void single(int number, String reason) {
        if (accept) {
            LOG.warnf("The sign-in store failed to check %d of the sign-ins (%s): they were accepted without asking it, even if"
                    + " they have ended, and others were not affected. Find out what is wrong with the store, or with what it"
                    + " holds for these users; to refuse them instead, set"
                    + " quarkus.user-session.sign-in.store.unavailable=reject. This warning is logged at most once a minute",
                    number, reason);
            return;
        }
        LOG.warnf("The sign-in store failed to check %d of the sign-ins (%s): their requests were treated as in an outage, and"
                + " others were not affected. Find out what is wrong with the store, or with what it holds for these users. This"
                + " warning is logged at most once a minute", number, reason);
    }

    void ends() {
        LOG.info("The sign-in store answers again");
    }
}
