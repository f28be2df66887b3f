// tag::class[]
package org.acme;

import java.net.URI;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.usersession.UserSession;
import io.quarkus.security.identity.SecurityIdentity;

@Path("/sign-in")
public class SignInResource {

    @Inject
    UserSession session;

    @Inject
    SecurityIdentity identity;

    @GET
    @Produces(MediaType.TEXT_HTML)
    public String form() {
        return "<form method=post>Name <input name=name> Password <input name=password type=password>"
                + " <button>Sign in</button></form>";
    }

    @POST
    public Response signIn(@FormParam("name") String name, @FormParam("password") String password) {
        if (!passwordMatches(name, password)) {
            return Response.seeOther(URI.create("/sign-in")).build();
        }
        session.signIn(name, Set.of("customer")); // <1>
        return Response.seeOther(session.takeWantedLocation().orElse(URI.create("/"))).build(); // <2>
    }

    @POST
    @Path("out")
    public Response signOut() {
        session.signOut();
        return Response.seeOther(URI.create("/")).build();
    }

    @GET
    @Path("orders")
    @RolesAllowed("customer")
    public String orders() {
        return "Orders of " + identity.getPrincipal().getName();
    }

    private static boolean passwordMatches(String name, String password) { // <3>
        return "ada".equals(name) && "guide".equals(password);
    }
}
// end::class[]
