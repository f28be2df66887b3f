package io.quarkiverse.usersession.runtime.bound;

import io.quarkiverse.usersession.runtime.cookie.CookieHeader;
import io.quarkiverse.usersession.runtime.signin.Navigation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * With lazy authentication, finds out who the user is before a servlet begins. Once it has begun, the page that loads itself
 * again can't be sent any more, because Quarkus answers each exception in a servlet with a 500.
 */
public final class PagesOfServlets implements Handler<RoutingContext> {

    private final String sessionCookie;

    /** @param sessionCookie the name of the cookie of the session to which users sign in */
    public PagesOfServlets(String sessionCookie) {
        this.sessionCookie = sessionCookie;
    }

    @Override
    public void handle(RoutingContext rc) {
        Uni<SecurityIdentity> identity = rc.get(QuarkusHttpUser.DEFERRED_IDENTITY_KEY);
        if (identity == null || !isPage(rc.request()) || !hasSession(rc.request())) {
            rc.next();
            return;
        }
        identity.subscribe().with(user -> rc.next(), failure -> failed(rc, failure));
    }

    private static boolean isPage(HttpServerRequest request) {
        return request.method() == HttpMethod.GET && Navigation.of(request) != Navigation.NONE;
    }

    private boolean hasSession(HttpServerRequest request) {
        return new CookieHeader(request.headers().getAll(HttpHeaders.COOKIE), sessionCookie).next();
    }

    /** Quarkus has a handler that answers this, unless a servlet has already been called for the same request. */
    private static void failed(RoutingContext rc, Throwable failure) {
        if (rc.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER) == null) {
            rc.fail(failure);
        }
    }
}
