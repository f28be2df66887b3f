package io.quarkiverse.usersession.test.bound;

import jakarta.inject.Inject;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.web.Route;
import io.smallrye.mutiny.Uni;

/** Reactive routes: one for signed-in users, and two for everybody that ask who it is. */
public class BoundRoutes {

    @Inject
    SecurityIdentity identity;

    @Inject
    CurrentIdentityAssociation identities;

    @Route(path = "/route/for-users", methods = Route.HttpMethod.GET)
    @Authenticated
    public String forUsers() {
        return identity.getPrincipal().getName();
    }

    @Route(path = "/route/late", methods = Route.HttpMethod.GET, type = Route.HandlerType.BLOCKING)
    public String late() {
        return name(identity);
    }

    @Route(path = "/route/late-uni", methods = Route.HttpMethod.GET)
    public Uni<String> lateUni() {
        return identities.getDeferredIdentity().map(BoundRoutes::name);
    }

    static String name(SecurityIdentity identity) {
        return identity.isAnonymous() ? "nobody" : identity.getPrincipal().getName();
    }
}
