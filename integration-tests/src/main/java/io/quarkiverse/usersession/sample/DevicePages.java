package io.quarkiverse.usersession.sample;

import java.net.URI;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestForm;

import io.quarkiverse.usersession.SignIns;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Shows where a user is signed in. Each method works only for the user of the request, whatever ids are sent. */
@Path("devices")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Cache(noStore = true)
public final class DevicePages {

    @Inject
    UserSession session;

    @Inject
    SignIns signIns;

    @Inject
    SecurityIdentity identity;

    @CheckedTemplate
    static final class Templates {

        static native TemplateInstance devices(String userName, boolean hasPassword, List<Device> devices);
    }

    @GET
    public Uni<TemplateInstance> devices() {
        String current = currentId();
        return signIns.list(userName())
                .map(all -> all.stream().map(signIn -> Device.of(signIn, current)).toList())
                .map(devices -> Templates.devices(userName(), identity.hasRole("admin"), devices));
    }

    @POST
    @Path("sign-out")
    public Uni<Response> signOut(@RestForm String id) {
        if (currentId().equals(id)) {
            session.signOut();
            return Uni.createFrom().item(Response.seeOther(URI.create("/signed-out")).build());
        }
        return signIns.signOut(userName(), id == null ? "" : id)
                .map(done -> backToDevices("That device is signed out"));
    }

    @POST
    @Path("sign-out-elsewhere")
    public Uni<Response> signOutElsewhere() {
        return signIns.signOutElsewhere(session).map(done -> backToDevices("All your other devices are signed out"));
    }

    private Response backToDevices(String message) {
        Message.done(message).leaveIn(session);
        return Response.seeOther(URI.create("/devices")).build();
    }

    private String userName() {
        return identity.getPrincipal().getName();
    }

    private String currentId() {
        return session.signInId().orElseThrow();
    }
}
