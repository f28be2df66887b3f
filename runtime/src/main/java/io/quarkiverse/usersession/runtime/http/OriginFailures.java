package io.quarkiverse.usersession.runtime.http;

import io.quarkiverse.usersession.SessionCrossOriginException;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers a route that another origin's request may not let change a session. Quarkus would do it, but where the application
 * has quarkus-rest, that handles each {@code ForbiddenException} of a route, and fails over HTTP/2 if the body has been read.
 */
public final class OriginFailures implements Handler<RoutingContext> {

    @Override
    public void handle(RoutingContext rc) {
        if (rc.failure() instanceof SessionCrossOriginException && !rc.response().headWritten()) {
            rc.response().setStatusCode(OriginFilter.FORBIDDEN).end();
        } else {
            rc.next();
        }
    }
}
