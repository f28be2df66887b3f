package io.quarkiverse.usersession.test.bound;

import jakarta.inject.Inject;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.web.Route;

/** A reactive route for signed-in users. */
public class BoundRoutes {

    @Inject
    SecurityIdentity identity;

    @Route(path = "/route/for-users", methods = Route.HttpMethod.GET)
    @Authenticated
    public String forUsers() {
        return identity.getPrincipal().getName();
    }
}
