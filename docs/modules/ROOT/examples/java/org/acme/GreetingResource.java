// tag::class[]
package org.acme;

import java.net.URI;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.usersession.UserSession;

@Path("/")
public class GreetingResource {

    @Inject
    UserSession session;

    // tag::read[]
    @GET
    public String hello() {
        return "Hello " + session.get("userID").orElse("stranger");
    }
    // end::read[]

    // tag::login[]
    @POST
    @Path("login")
    public Response login(@FormParam("name") String name) {
        session.renew().set("userID", name); // <1>
        session.flash("message", "Welcome!"); // <2>
        return Response.seeOther(URI.create("/")).build();
    }
    // end::login[]

    // tag::logout[]
    @POST
    @Path("logout")
    public Response logout() {
        session.destroy();
        return Response.seeOther(URI.create("/")).build();
    }
    // end::logout[]
}
// end::class[]
