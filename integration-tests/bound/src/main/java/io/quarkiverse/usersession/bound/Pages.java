package io.quarkiverse.usersession.bound;

import java.net.URI;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.usersession.UserSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;

/** Pages of an application, and those of another site that leads to it. Whoever says their name is believed. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class Pages {

    private static final String HEAD = "<!doctype html><meta charset=utf-8><link rel=icon href=data:,>";

    @Inject
    UserSession session;

    @Inject
    SecurityIdentity identity;

    @GET
    @Path("login")
    public String loginPage() {
        return HEAD + "<title>Login</title><h1>Please sign in</h1><form method=post action=/login><input name=name>"
                + "<button>Sign in</button></form>";
    }

    /** By a form of this site, or of one that users sign in with and that posts here what it knows of them. */
    @POST
    @Path("login")
    public Response signIn(@FormParam("name") String name) {
        session.signIn(name, Set.of());
        return Response.seeOther(session.takeWantedLocation().orElse(URI.create("/account"))).build();
    }

    /** By a script. */
    @POST
    @Path("api/login")
    @Produces(MediaType.TEXT_PLAIN)
    public String signInByScript(@QueryParam("name") String name) {
        session.signIn(name, Set.of());
        return "signed in";
    }

    @POST
    @Path("api/logout")
    @Produces(MediaType.TEXT_PLAIN)
    public String signOut() {
        session.signOut();
        return "signed out";
    }

    @GET
    @Path("account")
    @Authenticated
    public String account() {
        return HEAD + "<title>Account</title><h1>Account of " + identity.getPrincipal().getName() + "</h1>";
    }

    @GET
    @Path("api/user")
    @Authenticated
    @Produces(MediaType.TEXT_PLAIN)
    public String user() {
        return identity.getPrincipal().getName();
    }

    @POST
    @Path("api/order")
    @Authenticated
    @Produces(MediaType.TEXT_PLAIN)
    public String order(String body) {
        return identity.getPrincipal().getName() + " ordered " + body;
    }

    /** A mail, on another site. */
    @GET
    @Path("mail")
    public String mail(@QueryParam("to") String to) {
        return HEAD + "<title>Mail</title><a href='" + to + "'>Open</a>";
    }

    /** A page of another host that shows a page of this one in a frame. */
    @GET
    @Path("portal")
    public String portal(@QueryParam("to") String to) {
        return HEAD + "<title>Portal</title><iframe src='" + to + "'></iframe>";
    }

    /** A page on another site that signs users in here. */
    @GET
    @Path("provider")
    public String provider(@QueryParam("to") String to) {
        return HEAD + "<title>Provider</title><form method=post action='" + to + "'><input name=name value=ada>"
                + "<button>Go on</button></form>";
    }
}
