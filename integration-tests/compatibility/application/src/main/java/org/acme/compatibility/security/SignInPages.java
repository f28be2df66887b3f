package org.acme.compatibility.security;

import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkiverse.usersession.RecentSignIn;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;

@Path("/")
public class SignInPages {

    @Inject
    UserSession session;

    @Inject
    SecurityIdentity identity;

    @POST
    @Path("sign-in")
    public void signIn(String name) {
        session.signIn(name, Set.of("reader"));
    }

    @POST
    @Path("sign-out")
    public void signOut() {
        session.signOut();
    }

    @GET
    @Path("for-users")
    @Authenticated
    public String forUsers() {
        return identity.getPrincipal().getName();
    }

    @GET
    @Path("for-readers")
    @RolesAllowed("reader")
    public String forReaders() {
        return identity.getPrincipal().getName();
    }

    @GET
    @Path("for-writers")
    @RolesAllowed("writer")
    public String forWriters() {
        return identity.getPrincipal().getName();
    }

    @GET
    @Path("for-recent")
    @RecentSignIn("10M")
    public String forRecent() {
        return identity.getPrincipal().getName();
    }
}
