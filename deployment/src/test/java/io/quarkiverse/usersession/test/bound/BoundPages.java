package io.quarkiverse.usersession.test.bound;

import java.util.Set;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Pages for everybody and for signed-in users. */
@Path("/")
public class BoundPages {

    @Inject
    UserSession session;

    @Inject
    SessionStorage storage;

    @Inject
    SecurityIdentity identity;

    @Inject
    CurrentIdentityAssociation identities;

    @POST
    @Path("sign-in")
    public String signIn(@RestQuery String user) {
        session.signIn(user, Set.of());
        return "signed in";
    }

    @POST
    @Path("sign-in-by-hand")
    public String signInByHand(@Context RoutingContext rc) {
        session.signIn("ada", Set.of());
        rc.response().headers().add("Set-Cookie", storage.commitSession(session, rc));
        return "signed in";
    }

    /** Two sign-ins, and the response has only one of them. */
    @POST
    @Path("sign-in-of-another-object")
    public String signInOfAnotherObject(@Context RoutingContext rc, @RestQuery String lost) {
        UserSession other = storage.getSession(rc.request().getHeader("Cookie")).signIn("ada", Set.of());
        if (lost != null) {
            session.signIn(lost, Set.of());
        }
        rc.response().headers().add("Set-Cookie", storage.commitSession(other, rc));
        return "signed in";
    }

    @POST
    @Path("lose-sign-in")
    public void loseSignIn(@Context RoutingContext rc) {
        session.signIn("ada", Set.of());
        rc.response().headers().add("Set-Cookie", storage.commitSession(storage.getSession(null), rc));
    }

    @POST
    @Path("write-again")
    public void writeAgain(@Context RoutingContext rc) {
        UserSession other = storage.getSession(rc.request().getHeader("Cookie"));
        rc.response().headers().add("Set-Cookie", storage.commitSession(other, rc));
    }

    /** Leaves no room in the cookie. */
    @POST
    @Path("fill")
    public void fill() {
        for (int size = 4096; size > 0; size--) {
            try {
                session.set("fill", "x".repeat(size));
                return;
            } catch (SessionTooLargeException e) {
                // a shorter one
            }
        }
    }

    @POST
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
        return shown();
    }

    @GET
    @Path("sign-in-id")
    @Authenticated
    public String signInId() {
        return session.signInId().orElseThrow();
    }

    @GET
    @Path("late-uni")
    public Uni<String> lateUni() {
        return identities.getDeferredIdentity().map(user -> user.isAnonymous() ? "nobody" : user.getPrincipal().getName());
    }

    @GET
    @Path("visit")
    public String visit() {
        int visits = session.get("visits", Integer.class).orElse(0) + 1;
        session.set("visits", visits);
        return shown() + " " + visits;
    }

    @GET
    @Path("for-users")
    @Authenticated
    public String forUsers(@RestQuery String q) {
        return shown() + (q == null ? "" : " " + q);
    }

    @POST
    @Path("for-users")
    @Authenticated
    public Uni<String> post(String body) {
        return Uni.createFrom().item(() -> shown() + " posted " + body.length());
    }

    @GET
    @Path("by-path/page")
    public String byPath() {
        return shown();
    }

    private String shown() {
        return identity.isAnonymous() ? "nobody" : identity.getPrincipal().getName();
    }
}
