package io.quarkiverse.usersession.sample;

import java.net.URI;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.UserSession;

/** The size of the letters, which visitors can choose. It is in a named session, so that it outlives a sign-out. */
@Path("letters")
public final class Letters {

    @Inject
    @SessionName("letters")
    UserSession session;

    @GET
    @Produces("text/css")
    public String css() {
        return session.has("large") ? ":root { font-size: 125%; }" : "";
    }

    @POST
    public Response choose(@RestForm boolean large) {
        if (large) {
            session.set("large", true);
        } else {
            session.destroy();
        }
        return Response.seeOther(URI.create("/about")).build();
    }
}
