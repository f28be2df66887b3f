package io.quarkiverse.usersession.runtime;

import jakarta.enterprise.context.ContextNotActiveException;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Finds the request that is being served, for each call of a session. If it were an injection point of a synthetic bean, ArC
 * would load its class by name each time, which costs half as much as opening the cookie.
 */
final class CurrentRequest {

    private volatile CurrentVertxRequest requests; // a client proxy, good for all of them

    /** @throws IllegalStateException if no request is being served on this thread */
    RoutingContext routingContext() {
        RoutingContext rc = current();
        if (rc == null) {
            throw new IllegalStateException("There is no user session here: no HTTP request is being served on this thread."
                    + " Work that a request hands to another thread keeps its session with a ManagedExecutor or with Mutiny's"
                    + " emitOn; everywhere else, such as in scheduled jobs, asynchronous observers, WebSockets and gRPC,"
                    + " use SessionStorage");
        }
        return rc;
    }

    private RoutingContext current() {
        CurrentVertxRequest found = requests;
        if (found == null) {
            found = Arc.container().instance(CurrentVertxRequest.class).get();
            requests = found;
        }
        try {
            return found.getCurrent();
        } catch (ContextNotActiveException e) {
            return null; // ArC's advice, to activate a request context, leads to one without a request
        }
    }
}
