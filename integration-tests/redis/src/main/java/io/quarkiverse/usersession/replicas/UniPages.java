package io.quarkiverse.usersession.replicas;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

@Path("/uni")
public class UniPages {

    @Inject
    Actions actions;

    @GET
    @Path("open/{action}")
    public Uni<String> open(@RestPath String action, @RestQuery String user, @RestQuery String id, @RestQuery String value) {
        return actions.step(action, user, id, value).later();
    }

    @GET
    @Authenticated
    @Path("users/{action}")
    public Uni<String> users(@RestPath String action, @RestQuery String user, @RestQuery String id, @RestQuery String value) {
        return actions.step(action, user, id, value).later();
    }
}
