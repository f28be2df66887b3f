package io.quarkiverse.usersession.sample;

import java.net.URI;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import io.quarkiverse.usersession.UserSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Signs users in and out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class SignInPages {

    @Inject
    UserSession session;

    @Inject
    Accounts accounts;

    @CheckedTemplate
    static final class Templates {

        static native TemplateInstance signIn();

        static native TemplateInstance signedOut();
    }

    @GET
    @Path("sign-in")
    public TemplateInstance signInPage() {
        return Templates.signIn();
    }

    @POST
    @Path("sign-in")
    public Response signIn(@RestForm String name, @RestForm String password) {
        Accounts.User user = accounts.check(name, password).orElse(null);
        if (user == null) {
            Message.refused("This name and password don't go together. A name has 1 to " + Accounts.MAX_NAME_LENGTH
                    + " characters").leaveIn(session);
            return Response.seeOther(URI.create("/sign-in")).build();
        }
        session.signIn(user.name(), user.roles());
        Message.done("Welcome, " + user.name()).leaveIn(session);
        return Response.seeOther(session.takeWantedLocation().orElse(URI.create("/"))).build();
    }

    @POST
    @Path("sign-out")
    public Response signOut() {
        session.signOut();
        // No message: it would start a new session
        return Response.seeOther(URI.create("/signed-out")).build();
    }

    @GET
    @Path("signed-out")
    public TemplateInstance signedOut() {
        return Templates.signedOut();
    }
}
