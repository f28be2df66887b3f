package org.acme;

import java.net.URI;
import java.util.Optional;
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

import io.quarkiverse.usersession.RecentSignIn;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;

// tag::sign-in[]
@Path("/account")
@Produces(MediaType.TEXT_HTML)
public class AccountResource {

    // end::sign-in[]
    // tag::pages[]
    @Inject
    SecurityIdentity identity;

    @GET
    @Authenticated
    public String account() {
        return "Account of " + identity.getPrincipal().getName();
    }

    @GET
    @Path("all")
    @RolesAllowed("admin")
    public String allAccounts() {
        return "All accounts";
    }
    // end::pages[]

    // tag::sign-in[]
    @Inject
    UserSession session;

    @GET
    @Path("login")
    public String loginPage() {
        return "<form method=post>Name <input name=name> Password <input name=password type=password> <button>Sign in</button></form>";
    }

    @POST
    @Path("login")
    public Response signIn(@FormParam("name") String name, @FormParam("password") String password) {
        User user = find(name, password).orElse(null);
        if (user == null) {
            return Response.status(403).entity("Name or password is wrong").build();
        }
        session.signIn(user.name(), user.roles()); // <1>
        URI wanted = session.takeWantedLocation().orElse(URI.create("/account")); // <2>
        return Response.seeOther(wanted).build();
    }

    @POST
    @Path("logout")
    public Response signOut() {
        session.signOut(); // <3>
        return Response.seeOther(URI.create("/")).build();
    }
    // end::sign-in[]

    // tag::wanted[]
    @GET
    @Path("welcome")
    public Response welcome() {
        if (!identity.isAnonymous() && !session.isSignInWanted()) { // <1>
            return Response.seeOther(URI.create("/account")).build();
        }
        return Response.ok(loginPage()).build();
    }
    // end::wanted[]

    // tag::recent-form[]
    @GET
    @Path("password")
    @RecentSignIn("5M")
    public String passwordPage() {
        return "<form method=post>New password <input name=password type=password> <button>Change</button></form>";
    }
    // end::recent-form[]

    // tag::recent[]
    @POST
    @Path("password")
    @RecentSignIn("10M") // <1>
    public Response changePassword(@FormParam("password") String password) {
        change(identity.getPrincipal().getName(), password);
        return Response.seeOther(URI.create("/account")).build();
    }
    // end::recent[]

    record User(String name, Set<String> roles) {
    }

    private static void change(String name, String password) {
        // in the application's database
    }

    private static Optional<User> find(String name, String password) {
        return "guide".equals(password) ? Optional.of(new User(name, Set.of("customer"))) : Optional.empty();
    }
    // tag::sign-in[]
}
// end::sign-in[]
