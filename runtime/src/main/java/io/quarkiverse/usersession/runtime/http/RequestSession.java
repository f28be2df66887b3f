package io.quarkiverse.usersession.runtime.http;

import java.util.List;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SessionRequest;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Ties the session of one request to it: created by the filter for each request, it makes the session when somebody asks for
 * it, and has it committed when the headers of the response are about to be sent.
 */
final class RequestSession implements SessionRequest, Handler<Void> {

    private static final Logger LOG = Logger.getLogger(RequestSession.class);

    private final RoutingContext rc;
    private final SessionDefinition definition;
    private final ResponseCommit commit;

    private SessionState session;
    private boolean headersSent;

    RequestSession(RoutingContext rc, SessionDefinition definition, ResponseCommit commit) {
        this.rc = rc;
        this.definition = definition;
        this.commit = commit;
    }

    /** The session of this request, always the same one. */
    synchronized SessionState session() {
        if (session == null) {
            session = new SessionState(definition, this, headersSent);
        }
        return session;
    }

    /** The headers are about to be sent. */
    @Override
    public void handle(Void event) {
        SessionState used;
        synchronized (this) {
            if (headersSent) {
                return;
            }
            headersSent = true;
            used = session;
        }
        if (used != null) {
            commit.write(used, rc);
        }
    }

    @Override
    public List<String> cookieHeaders() {
        return rc.request().headers().getAll(HttpHeaders.COOKIE);
    }

    @Override
    public String path() {
        return rc.request().path();
    }

    @Override
    public void sessionChanged() {
        rc.addEndHandler(this::reportLostChanges);
    }

    /** Vert.x has room for one headers-end handler of the response, which is the router's and so ours unless replaced. */
    private void reportLostChanges(AsyncResult<Void> end) {
        if (end.succeeded() && session().isUncommitted()) {
            LOG.errorf("Session '%s': changes made by %s %s were lost, as something has called"
                    + " response().headersEndHandler(...) and so taken our place; use RoutingContext.addHeadersEndHandler(...)",
                    definition.name(), rc.request().method(), path());
        }
    }
}
