package io.quarkiverse.usersession.test.signin;

import java.net.URI;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

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
        return session.signedInLocation().map(URI::toString).orElse("nowhere");
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
