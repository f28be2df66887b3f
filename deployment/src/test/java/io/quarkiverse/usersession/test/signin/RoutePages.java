package io.quarkiverse.usersession.test.signin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usersession.UserSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.web.Param;
import io.quarkus.vertx.web.Route;

@ApplicationScoped
public class RoutePages {

    @Inject
    UserSession session;

    @Inject
    SecurityIdentity identity;

    @Route(path = "/route/sign-in")
    String signIn(@Param String user) {
        session.signIn(user, java.util.Set.of("clerk"));
        return "signed in";
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
