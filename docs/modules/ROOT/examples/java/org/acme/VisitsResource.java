package org.acme;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.usersession.UserSession;

// tag::class[]
@Path("/visits")
public class VisitsResource {

    @Inject
    UserSession session;

    @GET
    public int count() {
        int visits = session.get("visits", Integer.class).orElse(0) + 1;
        session.set("visits", visits);
        return visits;
    }
}
// end::class[]
