package io.quarkiverse.usersession.test.signin;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignIns;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Lists the sign-ins of users, and ends them. */
@Path("/")
public class DevicePages {

    private static volatile CountDownLatch arrived = new CountDownLatch(1);
    private static volatile CountDownLatch released = new CountDownLatch(1);

    @Inject
    UserSession session;

    @Inject
    SignIns signIns;

    @Inject
    SecurityIdentity identity;

    @GET
    @Path("sign-in-id")
    public String signInId() {
        return session.signInId().orElse("nobody");
    }

    @GET
    @Path("devices")
    @Authenticated
    public Uni<String> devices() {
        return signIns.list(identity.getPrincipal().getName()).map(
                devices -> devices.stream().map(SignIn::id).collect(Collectors.joining(",")));
    }

    @GET
    @Path("sign-out-device")
    @Authenticated
    public Uni<String> signOutDevice(@RestQuery String id) {
        return signIns.signOut(identity.getPrincipal().getName(), id).replaceWith("done");
    }

    @GET
    @Path("sign-out-everywhere")
    public Uni<String> signOutEverywhere(@RestQuery String user, @RestQuery boolean again) {
        return signIns.signOutEverywhere(user).map(done -> {
            if (again) {
                session.signIn(user, Set.of());
            }
            return "done";
        });
    }

    @GET
    @Path("sign-out-everywhere-and-write")
    public Uni<String> signOutEverywhereAndWrite(@RestQuery String user) {
        session.id(); // opens it before
        return signIns.signOutEverywhere(user).map(done -> {
            session.set("late", "lost");
            return "done";
        });
    }

    @GET
    @Path("sign-out-elsewhere")
    public Uni<String> signOutElsewhere() {
        return signIns.signOutElsewhere(session).replaceWith("done");
    }

    @GET
    @Path("is-active")
    public Uni<Boolean> isActive() {
        return signIns.isActive(session);
    }

    @GET
    @Path("held")
    public String held() throws InterruptedException {
        session.set("user", "held-s3ssion-marker");
        arrived.countDown();
        released.await();
        return "done";
    }

    static void hold() {
        arrived = new CountDownLatch(1);
        released = new CountDownLatch(1);
    }

    static void awaitArrival() throws InterruptedException {
        if (!arrived.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("no request has come");
        }
    }

    static void release() {
        released.countDown();
    }
}
