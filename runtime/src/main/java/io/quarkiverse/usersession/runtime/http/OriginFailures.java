package io.quarkiverse.usersession.runtime.http;

import io.quarkiverse.usersession.SessionCrossOriginException;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers a request from another origin that tried to change a session in a route. Quarkus would do it, but if the application
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
