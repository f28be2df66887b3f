package io.quarkiverse.usersession.runtime.http;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.state.SessionState;
import io.vertx.ext.web.RoutingContext;

/**
 * A use of a session that the response headers don't show. A response of Vert.x has only one headers-end handler: that of the
 * router, which calls ours, unless something has replaced it.
 */
final class UnnoticedUse {

    private static final Logger LOG = Logger.getLogger(UnnoticedUse.class);

    private UnnoticedUse() {
    }

    /** Logs, when the response has ended, what went wrong with the session. */
    static void log(ResponseCommit commit, SessionState session, RoutingContext rc, String path) {
        if (session.isUncommitted()) {
            LOG.errorf("Session '%s': changes made by %s %s were lost, because something called"
                    + " response().headersEndHandler(...), which replaced this extension's handler; use"
                    + " RoutingContext.addHeadersEndHandler(...)", commit.definition().name(), rc.request().method(), path);
        } else if (session.isUsedUnnoticed()) {
            commit.warnOfMissingVary(rc, path, session.isCommitted());
        }
    }
}
