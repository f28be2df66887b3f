package io.quarkiverse.usersession.test.signin;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.web.Param;
import io.quarkus.vertx.web.Route;
import io.quarkus.vertx.web.RouteFilter;
import io.vertx.ext.web.RoutingContext;

@ApplicationScoped
public class RoutePages {

    @Inject
    UserSession session;

    @Inject
    SessionStorage storage;

    @Inject
    SecurityIdentity identity;

    /** Runs before the filter of the sessions, and asks for one. */
    @RouteFilter(400)
    void early(RoutingContext rc) {
        if (rc.request().headers().contains("X-Early")) {
            storage.getUserSession(rc).has("user");
        }
        rc.next();
    }

    @Route(path = "/route/sign-in")
    String signIn(@Param String user) {
        session.signIn(user, java.util.Set.of("clerk"));
        return "signed in";
    }

    @Route(path = "/route/sign-in-and-go", type = Route.HandlerType.BLOCKING)
    void signInAndGo(RoutingContext rc) {
        session.signIn("ada", java.util.Set.of());
        rc.response().setStatusCode(303).putHeader("Location", session.takeWantedLocation().map(URI::toString).orElse("/"))
                .end();
    }

    @Route(path = "/route/reroute")
    void reroute(RoutingContext rc) {
        rc.reroute("/for-users");
    }

    @Route(path = "/route/reroute-to-protected")
    void rerouteToProtected(RoutingContext rc) {
        rc.reroute("/base/route/for-users");
    }

    @Route(path = "/route/for-users")
    @Authenticated
    String forUsers() {
        return Pages.shown(identity);
    }

    @Route(path = "/route/for-admins")
    @RolesAllowed("admin")
    String forAdmins() {
        return Pages.shown(identity);
    }
}
