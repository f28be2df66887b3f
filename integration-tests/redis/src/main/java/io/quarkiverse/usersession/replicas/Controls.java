package io.quarkiverse.usersession.replicas;

import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;

/** What tests do to a replica. */
@Path("/control")
public class Controls {

    @Inject
    Clock clock;

    @Inject
    Latches latches;

    @GET
    @Path("clock")
    public String clock(@RestQuery String ahead) {
        clock.setAhead(Duration.parse(ahead));
        return "set";
    }

    @GET
    @Path("held")
    public boolean held(@RestQuery String id) {
        return latches.isHeld(id);
    }

    @GET
    @Path("release")
    public String release(@RestQuery String id) {
        latches.release(id);
        return "released";
    }
}
