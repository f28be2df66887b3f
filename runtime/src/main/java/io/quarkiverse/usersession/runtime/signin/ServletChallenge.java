package io.quarkiverse.usersession.runtime.signin;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets users who were refused in a servlet sign in again. Quarkus answers an {@code UnauthorizedException} of a known user with
 * the challenge everywhere else, but with a 403 in servlets.
 */
final class ServletChallenge implements Handler<Void> {

    private final HttpServerResponse response;
    private volatile ChallengeData challenge = new ChallengeData(HttpResponseStatus.UNAUTHORIZED.code());

    private ServletChallenge(HttpServerResponse response) {
        this.response = response;
    }

    /** To be called before the exception is thrown. */
    static void prepare(RoutingContext rc) {
        HttpAuthenticator authenticator = rc.get(HttpAuthenticator.class.getName());
        if (authenticator == null || !isInServlet(rc)) {
            return;
        }
        ServletChallenge prepared = new ServletChallenge(rc.response());
        authenticator.getChallenge(rc).subscribe().with(prepared::use, failure -> {
            // the plain 401 remains
        });
        rc.addHeadersEndHandler(prepared);
    }

    /** Undertow removes that handler, because it answers failures itself. */
    private static boolean isInServlet(RoutingContext rc) {
        return rc.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER) == null;
    }

    private void use(ChallengeData data) {
        if (data != null) {
            challenge = data;
        }
    }

    @Override
    public void handle(Void event) {
        if (response.getStatusCode() == HttpResponseStatus.FORBIDDEN.code()) {
            response.setStatusCode(challenge.status);
            challenge.getHeaders().forEach(response::putHeader);
        }
    }
}
