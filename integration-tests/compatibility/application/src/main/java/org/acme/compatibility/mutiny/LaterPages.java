package org.acme.compatibility.mutiny;

import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkiverse.usersession.UserSession;
import io.smallrye.mutiny.Uni;

/** Uses the session after the method has returned. */
@Path("/later")
public class LaterPages {

    @Inject
    UserSession session;

    @GET
    public Uni<String> value() {
        return later().map(unused -> session.get("later").orElse("none"));
    }

    @POST
    public Uni<String> set(String value) {
        return later().map(unused -> session.set("later", value).id());
    }

    private static Uni<Object> later() {
        return Uni.createFrom().nullItem().onItem().delayIt().by(Duration.ofMillis(1));
    }
}
