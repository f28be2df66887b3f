package org.acme.compatibility.restcsrf;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkiverse.usersession.UserSession;

@Path("/form")
public class FormPages {

    @Inject
    UserSession session;

    @GET
    public String form() {
        return session.get("colour").orElse("none");
    }

    @POST
    public void send(@FormParam("colour") String colour) {
        session.set("colour", colour);
    }
}
