package org.acme;

import java.net.URI;
import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.UserSession;

@Path("/profile")
public class ProfileResource {

    @Inject
    UserSession session;

    // tag::flash[]
    @POST
    public Response save(@FormParam("name") String name) {
        session.set("name", name);
        session.flash("message", "Your profile was saved");
        return Response.seeOther(URI.create("/profile")).build();
    }

    @GET
    public String show() {
        return session.get("message").orElse(""); // there once, gone when the page is reloaded
    }
    // end::flash[]

    // tag::remember-me[]
    @POST
    @Path("remember-me")
    public void rememberMe(@FormParam("yes") boolean yes) {
        session.maxAge(yes ? Duration.ofDays(30) : Duration.ofHours(8));
    }
    // end::remember-me[]

    // tag::too-large[]
    @POST
    @Path("notes")
    public Response notes(String text) {
        try {
            session.set("notes", text);
            return Response.noContent().build();
        } catch (SessionTooLargeException e) {
            return Response.status(413).entity("Shorten it by " + (e.size() - e.limit()) + " bytes").build();
        }
    }
    // end::too-large[]
}
