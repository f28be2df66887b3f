package org.acme;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkiverse.usersession.UserSession;
import io.smallrye.mutiny.Multi;

@Path("/news")
public class NewsResource {

    @Inject
    UserSession session;

    // tag::stream[]
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> news() {
        session.set("readsNews", true); // <1>
        String user = session.get("userID").orElse("stranger");
        return Multi.createFrom().items("first", "second") // <2>
                .map(item -> item + " for " + user);
    }
    // end::stream[]

    @GET
    @Path("late")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> late() {
        return Multi.createFrom().items("first", "second").map(item -> {
            if (item.equals("second")) {
                try {
                    session.set("readsNews", true);
                } catch (IllegalStateException e) {
                    return e.getClass().getSimpleName();
                }
            }
            return item;
        });
    }
}
