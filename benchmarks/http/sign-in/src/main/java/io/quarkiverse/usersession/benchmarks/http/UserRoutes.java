package io.quarkiverse.usersession.benchmarks.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.web.Route;

@ApplicationScoped
public class UserRoutes {

    @Inject
    SecurityIdentity identity;

    @Route(path = "/route/who")
    @Authenticated
    String who() {
        return identity.getPrincipal().getName();
    }
}
