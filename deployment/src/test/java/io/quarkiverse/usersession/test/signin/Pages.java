package io.quarkiverse.usersession.test.signin;

import java.net.URI;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.usersession.UserSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Pages for everybody, for signed-in users and for admins, in blocking and asynchronous methods. */
@Path("/")
public class Pages {

    @Inject
    UserSession session;

    @Inject
    SecurityIdentity identity;

    @GET
    @Path("sign-in")
    public String signIn(@RestQuery String user, @RestQuery Set<String> role) {
        session.signIn(user, role);
        return session.takeWantedLocation().map(URI::toString).orElse("nowhere");
    }

    /** As the guide has it. */
    @GET
    @Path("sign-in-and-go")
    public Response signInAndGo() {
        session.signIn("ada", Set.of());
        return Response.seeOther(session.takeWantedLocation().orElse(URI.create("/"))).build();
    }

    /** With a cookie of the application's own, which RESTEasy writes over others where there are several. */
    @GET
    @Path("sign-in-with-cookies")
    public Response signInWithCookies() {
        session.signIn("ada", Set.of());
        return Response.seeOther(session.takeWantedLocation().orElse(URI.create("/")))
                .cookie(new NewCookie.Builder("a").value("1").build(), new NewCookie.Builder("b").value("2").build()).build();
    }

    @GET
    @Path("take-twice")
    public String takeTwice() {
        boolean wanted = session.isSignInWanted();
        return wanted + " " + session.takeWantedLocation().isPresent() + " " + session.isSignInWanted() + " "
                + session.takeWantedLocation().isPresent();
    }

    @GET
    @Path("take-and-fail")
    public String takeAndFail() {
        session.takeWantedLocation();
        throw new WebApplicationException(409);
    }

    @GET
    @Path("is-wanted")
    public boolean isSignInWanted() {
        return session.isSignInWanted();
    }

    @GET
    @Path("sign-out")
    public String signOut() {
        session.signOut();
        return "signed out";
    }

    @GET
    @Path("login")
    public String login() {
        return "please sign in";
    }

    @GET
    @Path("open")
    public String open() {
        return shown(identity);
    }

    @GET
    @Path("for-users")
    @Authenticated
    public String forUsers() {
        return shown(identity);
    }

    @POST
    @Path("for-users")
    @Authenticated
    public String post(String body) {
        return shown(identity) + " posted " + body.length();
    }

    @GET
    @Path("for-admins")
    @RolesAllowed("admin")
    public Uni<String> forAdmins() {
        return Uni.createFrom().item(() -> shown(identity));
    }

    @GET
    @Path("for-programs")
    public String forPrograms() {
        return shown(identity);
    }

    @GET
    @Path("by-path/page")
    public String byPath() {
        return shown(identity);
    }

    @GET
    @Path("admins-by-path/page")
    public Uni<String> adminsByPath() {
        return Uni.createFrom().item(() -> shown(identity));
    }

    @GET
    @Path("data")
    public String data() {
        return session.data() + " " + session.isEmpty();
    }

    static String shown(SecurityIdentity identity) {
        return identity.isAnonymous() ? "nobody" : identity.getPrincipal().getName() + " " + identity.getRoles();
    }
}
