package org.acme;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.SessionValue;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@Path("/")
public class ReadingList {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance books(List<String> books, String message);
    }

    @Inject
    UserSession session;

    @Inject
    @SessionKey("books")
    SessionValue<List<String>> books; // <1>

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show() {
        return Templates.books(books.get().orElse(List.of()), session.get("message").orElse(null)); // <2>
    }

    @POST
    @Path("books")
    public Response add(@FormParam("title") String title) {
        List<String> more = new ArrayList<>(books.get().orElse(List.of()));
        more.add(title);
        books.set(more); // <3>
        session.flash("message", "Added " + title);
        return Response.seeOther(URI.create("/")).build();
    }
}
