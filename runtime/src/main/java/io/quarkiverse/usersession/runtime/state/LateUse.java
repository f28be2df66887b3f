package io.quarkiverse.usersession.runtime.state;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.SessionCommittedException;
import io.quarkiverse.usersession.runtime.format.EntryKey;

/** Tells an application that it uses a session after the response headers have been sent, or that these are late. */
final class LateUse {

    private static final Logger LOG = Logger.getLogger(LateUse.class);

    private LateUse() {
    }

    /** @param key the key that is to be changed; null if there is none */
    static SessionCommittedException of(String session, String what, String key, String path) {
        return new SessionCommittedException("Session '" + session + "': can't " + what
                + (key == null ? "" : " " + EntryKey.shown(key)) + ", because the headers of the response to " + path
                + " have been sent. Change the session before the response begins");
    }

    /** @param changes whether the application has changed the session */
    static void tell(Commit commit, boolean changes, String session, String path) {
        if (commit == Commit.LATE) {
            LOG.debugf("Session '%s': this response is late, so its commit is left to the next request", session);
        } else if (commit == Commit.OVER && changes) {
            LOG.warnf(
                    "Session '%s': changes made by %s were lost, because the session expired before the response began. Respond"
                            + " earlier, or let the session live longer with max-age or absolute-timeout",
                    session, path);
        }
    }

    static void warnOfFlash(String session, String key, String path) {
        LOG.warnf("Session '%s': flash value %s was read after the headers of the response to %s had been sent."
                + " It will be there again in the next request; read it before the response begins", session,
                EntryKey.shown(key), path);
    }
}
