package org.acme;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkiverse.usersession.UserSession;

/**
 * Try it: curl -c cookies -X PUT -H 'Content-Type: text/plain' -d Ada http://localhost:8080/welcome, then
 * curl -b cookies http://localhost:8080/welcome
 */
@Path("/welcome")
@Produces(MediaType.TEXT_PLAIN)
public class WelcomeResource {

    @Inject
    UserSession session;

    @GET
    public String welcome() {
        return "Welcome, " + session.get("name").orElse("stranger");
    }

    @PUT
    @Consumes(MediaType.TEXT_PLAIN)
    public String introduce(String name) {
        session.set("name", name);
        return "Nice to meet you, " + name;
    }

    @DELETE
    public String forget() {
        session.destroy();
        return "Goodbye";
    }
}
