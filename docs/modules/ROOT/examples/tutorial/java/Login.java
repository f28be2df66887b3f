package org.acme;

import java.net.URI;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.usersession.UserSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@Path("/")
public class Login {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance login(boolean wrong);
    }

    @Inject
    UserSession session;

    @GET
    @Path("login")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance login() {
        return Templates.login(session.get("wrong", Boolean.class).orElse(false));
    }

    @POST
    @Path("login")
    public Response signIn(@FormParam("name") String name, @FormParam("password") String password) {
        if (!passwordMatches(name, password)) {
            session.flash("wrong", true);
            return Response.seeOther(URI.create("/login")).build();
        }
        session.signIn(name, Set.of("reader")); // <1>
        return Response.seeOther(session.takeWantedLocation().orElse(URI.create("/"))).build(); // <2>
    }

    @POST
    @Path("logout")
    public Response signOut() {
        session.signOut();
        return Response.seeOther(URI.create("/login")).build();
    }

    private static boolean passwordMatches(String name, String password) { // <3>
        return "ada".equals(name) && "tutorial".equals(password);
    }
}
