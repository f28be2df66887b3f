package io.quarkiverse.usersession.runtime;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * The request that is being served, asked for by every one that uses a session. Declared as an injection point of a synthetic
 * bean, it would have ArC load its class by name each time, which costs half as much as opening the cookie.
 */
final class CurrentRequest {

    private volatile CurrentVertxRequest requests; // a client proxy, good for all of them

    /** @throws IllegalStateException if none is being served on this thread */
    RoutingContext routingContext() {
        CurrentVertxRequest found = requests;
        if (found == null) {
            found = Arc.container().instance(CurrentVertxRequest.class).get();
            requests = found;
        }
        RoutingContext rc = found.getCurrent();
        if (rc == null) {
            throw new IllegalStateException("There is no user session here, as no HTTP request is being served on this"
                    + " thread: use SessionStorage");
        }
        return rc;
    }
}
