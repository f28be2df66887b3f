package io.quarkiverse.usersession.test.qute;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.SessionValue;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.web.Route;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Pages made of templates that read the session. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class TemplatePages {

    @Inject
    UserSession session;

    @Inject
    @SessionKey("cart")
    SessionValue<Cart> cart;

    @Inject
    @SessionKey("lines")
    SessionValue<List<Line>> lines;

    @Inject
    @SessionName("other")
    @SessionKey("other")
    SessionValue<Integer> ofAnotherSession;

    @Inject
    Engine engine;

    // not public, as the classes of an application are in practice
    record Line(String sku, int quantity) {
    }

    record Cart(List<Line> lines) {

        public int total() {
            return lines.stream().mapToInt(Line::quantity).sum();
        }
    }

    record Address(String city) {
    }

    @CheckedTemplate(basePath = "")
    static class Templates {

        static native TemplateInstance checked(String title);

        static native TemplateInstance untouched(boolean show);

        static native TemplateInstance slow(Uni<String> title);
    }

    /** What the application has in the same namespace. */
    @TemplateExtension(namespace = "session")
    static class Own {

        static String shop() {
            return "corner shop";
        }
    }

    @POST
    @Path("fill")
    public void fill() {
        session.set("userID", "Ada <3").set("user-name", "ada").set("address", new Address("London")).set("visits", 3);
        cart.set(new Cart(List.of(new Line("bread", 1), new Line("honey", 2))));
        lines.set(List.of(new Line("milk", 4)));
        session.flash("message", "Welcome");
        session.flash("details", new Address("Rome"));
    }

    @GET
    @Path("checked")
    public TemplateInstance checked() {
        return Templates.checked("Title");
    }

    @GET
    @Path("read-before")
    public String readBefore() {
        return session.get("message").orElseThrow() + Templates.checked("Title").render();
    }

    /** Renders a page, changes the session, and renders the page again. */
    @GET
    @Path("twice/{change}")
    public String twice(@PathParam("change") String change) {
        String first = Templates.checked("First").render();
        switch (change) {
            case "destroy" -> session.destroy();
            case "clear" -> session.clear();
            case "unset" -> session.unset("message").unset("details");
            case "read-another" -> {
                session.flash("message", "Another").flash("details", "Another");
                session.get("message").orElseThrow();
                session.get("details").orElseThrow();
            }
            case "flash" -> session.flash("message", "Another");
            case "renew" -> session.renew();
            default -> throw new IllegalArgumentException(change);
        }
        return first + "|" + Templates.checked("Second").render();
    }

    @GET
    @Path("plain/{name}")
    public TemplateInstance plain(@PathParam("name") String name) {
        return engine.getTemplate(name).data("session", Map.of("userID", "not the session"));
    }

    @GET
    @Path("untouched")
    public TemplateInstance untouched() {
        return Templates.untouched(false);
    }

    /** Rendered by whichever thread brings the title. */
    @GET
    @Path("slow")
    public TemplateInstance slow() {
        return Templates.slow(Uni.createFrom().item("Title").emitOn(Executors.newSingleThreadExecutor()));
    }

    @GET
    @Path("streamed")
    public Multi<String> streamed() {
        return Templates.checked("Title").createMulti();
    }

    /** Rendered when the headers have been sent. */
    @GET
    @Path("late")
    public Multi<String> late() {
        return Multi.createBy().concatenating().streams(Multi.createFrom().item("first "),
                Multi.createFrom().deferred(() -> Templates.checked("Title").createMulti()));
    }

    @GET
    @Path("no-request")
    public Uni<String> noRequest() {
        return Uni.createFrom().emitter(emitter -> new Thread(() -> {
            try {
                emitter.complete(Templates.checked("Mail").render());
            } catch (RuntimeException e) {
                emitter.complete(causes(e));
            }
        }).start());
    }

    @GET
    @Path("mistyped")
    public String mistyped() {
        session.set("cart", "no cart");
        try {
            return Templates.checked("Title").render();
        } catch (RuntimeException e) {
            return causes(e);
        }
    }

    private static String causes(Throwable e) {
        Map<Throwable, String> seen = new LinkedHashMap<>();
        for (Throwable cause = e; cause != null && !seen.containsKey(cause); cause = cause.getCause()) {
            seen.put(cause, cause.toString());
        }
        return String.join(" | ", seen.values());
    }

    @WebServlet("/servlet")
    public static class PageServlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write(Templates.checked("Servlet").render());
        }
    }

    @ApplicationScoped
    public static class Routes {

        @Route(path = "/route", methods = Route.HttpMethod.GET, produces = "text/html")
        Uni<String> page() {
            return Templates.checked("Route").createUni();
        }
    }
}
