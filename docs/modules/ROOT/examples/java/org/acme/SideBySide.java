package org.acme;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.UserSession;
import io.vertx.ext.web.RoutingContext;

@Path("/side-by-side")
public class SideBySide {

    // tag::inject[]
    @Inject
    UserSession session;
    // end::inject[]

    // tag::named[]
    @Inject
    @SessionName("onboarding")
    UserSession onboarding;
    // end::named[]

    // tag::storage[]
    @Inject
    SessionStorage storage;
    // end::storage[]

    @GET
    public Optional<String> read() {
        // tag::read[]
        Optional<String> id = session.get("userID");
        // end::read[]
        return id;
    }

    @POST
    @Path("login")
    public Response login() {
        String id = "u1";
        // tag::login[]
        session.renew().set("userID", id);
        return Response.seeOther(URI.create("/")).build();
        // end::login[]
    }

    @POST
    @Path("flash")
    public void flash() {
        // tag::flash[]
        session.flash("message", "Saved");
        // end::flash[]
    }

    @POST
    @Path("max-age")
    public void maxAge() {
        // tag::max-age[]
        session.maxAge(Duration.ofHours(8));
        // end::max-age[]
    }

    @POST
    @Path("logout")
    public void logout() {
        // tag::logout[]
        session.destroy();
        // end::logout[]
    }

    UserSession withoutRequest(String cookieHeader) {
        // tag::without-request[]
        UserSession session = storage.getSession(cookieHeader);
        // end::without-request[]
        return session;
    }

    UserSession ofRoute(RoutingContext rc) {
        // tag::of-route[]
        UserSession session = storage.getUserSession(rc);
        // end::of-route[]
        return session;
    }
}
