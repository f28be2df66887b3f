package io.quarkiverse.usersession.replicas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.security.Authenticated;
import io.quarkus.vertx.web.Route;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

@ApplicationScoped
public class RoutePages {

    @Inject
    Actions actions;

    @Route(path = "/route/open/:action", methods = Route.HttpMethod.GET)
    Uni<String> open(RoutingContext rc) {
        return later(rc);
    }

    @Route(path = "/route/users/:action", methods = Route.HttpMethod.GET)
    @Authenticated
    Uni<String> users(RoutingContext rc) {
        return later(rc);
    }

    private Uni<String> later(RoutingContext rc) {
        return actions.step(rc.pathParam("action"), parameter(rc, "user"), parameter(rc, "id"), parameter(rc, "value")).later();
    }

    private static String parameter(RoutingContext rc, String name) {
        return rc.queryParams().get(name);
    }
}
