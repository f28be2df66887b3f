package org.acme.compatibility.reactiveroutes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usersession.UserSession;
import io.quarkus.vertx.web.Body;
import io.quarkus.vertx.web.Route;

@ApplicationScoped
public class SessionRoutes {

    @Inject
    UserSession session;

    @Route(path = "/route", methods = Route.HttpMethod.GET)
    String value() {
        return session.get("colour").orElse("none");
    }

    @Route(path = "/route", methods = Route.HttpMethod.POST)
    String set(@Body String colour) {
        session.set("colour", colour);
        return colour;
    }
}
