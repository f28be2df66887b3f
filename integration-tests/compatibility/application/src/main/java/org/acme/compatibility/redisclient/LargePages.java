package org.acme.compatibility.redisclient;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.SignIns;
import io.quarkiverse.usersession.StoredValue;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** What needs a store. */
@Path("/")
public class LargePages {

    @Inject
    @SessionKey("letter")
    StoredValue<String> letter;

    @Inject
    SignIns signIns;

    @Inject
    SecurityIdentity identity;

    @GET
    @Path("letter")
    public Uni<String> read() {
        return letter.get().map(text -> text.orElse("none"));
    }

    @POST
    @Path("letter")
    public Uni<Void> write(String text) {
        return letter.set(text);
    }

    @POST
    @Path("sign-out-everywhere")
    @Authenticated
    public Uni<Void> signOutEverywhere() {
        return signIns.signOutEverywhere(identity.getPrincipal().getName());
    }
}
