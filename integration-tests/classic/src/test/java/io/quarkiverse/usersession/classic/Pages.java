package io.quarkiverse.usersession.classic;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.usersession.RecentSignIn;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;

/** Pages for everybody and for signed-in users. */
@Path("/")
public class Pages {

    @Inject
    UserSession session;

    @Inject
    SecurityIdentity identity;

    @GET
    @Path("login")
    public String login() {
        return "please sign in";
    }

    /** As the guide has it. */
    @GET
    @Path("sign-in-and-go")
    public Response signInAndGo() {
        session.signIn("ada", Set.of());
        return Response.seeOther(session.takeWantedLocation().orElse(URI.create("/"))).build();
    }

    @GET
    @Path("for-users")
    @Authenticated
    public String forUsers() {
        return identity.getPrincipal().getName();
    }

    @POST
    @Path("for-users")
    @Authenticated
    public String post(String body) {
        return forUsers();
    }

    @GET
    @Path("recent")
    @RecentSignIn("10M")
    public String recent() {
        return forUsers();
    }

    @GET
    @Path("recent-stage")
    @RecentSignIn("10M")
    public CompletionStage<String> recentStage() {
        return CompletableFuture.completedFuture(forUsers());
    }

    @GET
    @Path("by-path/page")
    public String byPath() {
        return forUsers();
    }
}
