package io.quarkiverse.usersession.sample;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestForm;

import io.quarkiverse.usersession.RecentSignIn;
import io.quarkiverse.usersession.SignIns;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Changes the password of the shopkeeper, and signs out everybody else who is signed in as the shopkeeper. */
@Path("back-office/password")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@Cache(noStore = true)
public final class PasswordPages {

    private static final URI PAGE = URI.create("/back-office/password");

    @Inject
    UserSession session;

    @Inject
    SignIns signIns;

    @Inject
    Accounts accounts;

    @Inject
    SecurityIdentity identity;

    @CheckedTemplate
    static final class Templates {

        static native TemplateInstance password(String userName);
    }

    @GET
    @RecentSignIn("5M") // less than what takes the form, so that there is time to fill it in
    public TemplateInstance password() {
        return Templates.password(identity.getPrincipal().getName());
    }

    @POST
    @RecentSignIn("10M")
    public Uni<Response> change(@RestForm String oldPassword, @RestForm String newPassword) {
        if (!Accounts.isGoodPassword(newPassword)) {
            return refused("A password has " + Accounts.MIN_PASSWORD_LENGTH + " to " + Accounts.MAX_PASSWORD_LENGTH
                    + " characters");
        }
        if (!accounts.changePassword(oldPassword, newPassword)) {
            return refused("The old password is wrong");
        }
        // not signOutElsewhere: a copy of this browser's cookie belongs to the same sign-in
        return signIns.signOutEverywhere(identity.getPrincipal().getName()).map(done -> {
            session.signIn(identity.getPrincipal().getName(), identity.getRoles());
            Message.done("Your password is changed, and all your other devices are signed out").leaveIn(session);
            return Response.seeOther(URI.create("/devices")).build();
        });
    }

    private Uni<Response> refused(String reason) {
        Message.refused(reason).leaveIn(session);
        return Uni.createFrom().item(Response.seeOther(PAGE).build());
    }
}
