package io.quarkiverse.usersession.runtime;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.http.RequestSessions;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Makes the session of the current request injectable.
 */
@Singleton
public class UserSessionProducer {

    @Produces
    @RequestScoped
    UserSession userSession(CurrentVertxRequest request, RequestSessions sessions) {
        RoutingContext rc = request.getCurrent();
        if (rc == null) {
            throw new IllegalStateException("There is no user session here: no HTTP request is being served on this thread");
        }
        return sessions.of(rc);
    }
}
