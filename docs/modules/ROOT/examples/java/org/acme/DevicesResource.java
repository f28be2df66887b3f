package org.acme;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignIns;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

@Path("/devices")
@Authenticated
public class DevicesResource {

    @Inject
    LockedOutUsers users;

    // tag::devices[]
    @Inject
    SignIns signIns;

    @Inject
    UserSession session;

    @Inject
    SecurityIdentity identity;

    @GET
    public Uni<List<SignIn>> devices() {
        return signIns.list(identity.getPrincipal().getName()); // <1>
    }

    @DELETE
    @Path("{id}")
    public Uni<Void> signOut(@PathParam("id") String id) {
        return signIns.signOut(identity.getPrincipal().getName(), id); // <2>
    }

    @DELETE
    public Uni<Void> signOutElsewhere() {
        return signIns.signOutElsewhere(session); // <3>
    }
    // end::devices[]

    // tag::password[]
    @POST
    @Path("password")
    public Uni<Response> changePassword(@FormParam("password") String password) {
        String name = identity.getPrincipal().getName();
        savePassword(name, password); // <1>
        return signIns.signOutEverywhere(name)
                .invoke(() -> session.signIn(name, identity.getRoles())) // <2>
                .replaceWith(() -> Response.seeOther(URI.create("/account")).build());
    }
    // end::password[]

    // tag::is-active[]
    @GET
    @Path("greeting")
    @PermitAll
    public Uni<String> greeting() {
        return signIns.isActive(session).map(active -> active ? "Welcome back" : "Hello");
    }
    // end::is-active[]

    private void savePassword(String name, String password) {
        users.passwordChanged(name);
    }
}
