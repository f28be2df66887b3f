package io.quarkiverse.usersession.runtime.signin;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers requests of users who may not use a route, as Quarkus does. If the application has quarkus-rest, that handles these
 * failures of routes, and answers 500 over HTTP/2 if the body has been read. Then a form would not lead to the login page.
 */
public final class RouteChallenge implements Handler<RoutingContext> {

    @Override
    public void handle(RoutingContext rc) {
        Throwable failure = rc.failure();
        HttpAuthenticator authenticator = rc.get(HttpAuthenticator.class.getName());
        if (authenticator == null || rc.response().headWritten() || !wouldFailAgain(rc)) {
            rc.next();
        } else if (failure instanceof ForbiddenException) {
            rc.response().setStatusCode(HttpResponseStatus.FORBIDDEN.code()).end();
        } else if (failure instanceof UnauthorizedException || failure instanceof AuthenticationFailedException) {
            authenticator.sendChallenge(rc).subscribe().with(sent -> end(rc), rc::fail);
        } else {
            rc.next();
        }
    }

    private static boolean wouldFailAgain(RoutingContext rc) {
        return rc.request().version() == HttpVersion.HTTP_2 && rc.request().isEnded();
    }

    private static void end(RoutingContext rc) {
        if (!rc.response().ended()) {
            rc.response().end();
        }
    }
}
