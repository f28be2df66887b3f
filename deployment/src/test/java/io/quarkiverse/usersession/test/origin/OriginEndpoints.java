package io.quarkiverse.usersession.test.origin;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.context.ManagedExecutor;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.web.Route;
import io.quarkus.vertx.web.RouteFilter;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Each of them changes the session, and counts that it has run. */
public final class OriginEndpoints {

    /** How many requests have come to an endpoint. */
    static final AtomicInteger RUNS = new AtomicInteger();

    private OriginEndpoints() {
    }

    static String change(UserSession session) {
        RUNS.incrementAndGet();
        session.set("user", "mallory");
        return "changed";
    }

    static String untouched() {
        RUNS.incrementAndGet();
        return "untouched";
    }

    @Path("/rest")
    public static class Rest {

        @Inject
        UserSession session;

        @Inject
        @SessionName("widget")
        UserSession widget;

        @GET
        @Path("change")
        public String get() {
            return change(session);
        }

        @POST
        @Path("change")
        public String post() {
            return change(session);
        }

        @PUT
        @Path("change")
        public String put() {
            return change(session);
        }

        @DELETE
        @Path("change")
        public String delete() {
            return change(session);
        }

        @POST
        @Path("untouched")
        public String leave() {
            return untouched();
        }

        @POST
        @Path("widget")
        public String widget() {
            return change(widget);
        }

        @POST
        @Path("destroy")
        public void destroy() {
            RUNS.incrementAndGet();
            session.destroy();
        }

        @POST
        @Path("callback")
        public String callback() {
            return change(session);
        }
    }

    @Path("/uni")
    public static class Unis {

        @Inject
        UserSession session;

        @POST
        @Path("change")
        public Uni<String> post() {
            return Uni.createFrom().item(() -> change(session));
        }
    }

    @Path("/stage")
    public static class Stages {

        @Inject
        ManagedExecutor executor;

        @Inject
        UserSession session;

        @POST
        @Path("change")
        public CompletionStage<String> post() {
            return executor.supplyAsync(() -> change(session));
        }
    }

    @Path("/multi")
    public static class Multis {

        @Inject
        UserSession session;

        @POST
        @Path("change")
        public Multi<String> post() {
            return Multi.createFrom().item(() -> change(session));
        }
    }

    @ApplicationScoped
    public static class Routes {

        @Inject
        UserSession session;

        @Inject
        SessionStorage storage;

        @Route(path = "/route/change", methods = Route.HttpMethod.POST)
        String post() {
            return change(session);
        }

        @Route(path = "/blocking-route/change", methods = Route.HttpMethod.POST)
        @Blocking
        String block() {
            return change(session);
        }

        @Route(path = "/uni-route/change", methods = Route.HttpMethod.POST)
        Uni<String> uni() {
            return Uni.createFrom().item(() -> change(session));
        }

        /** With a session of the application's own, which the response sets. */
        @Route(path = "/by-hand/change", methods = Route.HttpMethod.POST)
        void byHand(RoutingContext rc) {
            UserSession own = storage.getSession(null);
            change(own);
            rc.response().putHeader("Set-Cookie", storage.commitSession(own, rc)).end("changed");
        }

        /** As above, but nothing tells the storage about the request. */
        @Route(path = "/by-hand/without-context", methods = Route.HttpMethod.POST)
        void byHandWithoutContext(RoutingContext rc) {
            UserSession own = storage.getSession(null);
            change(own);
            rc.response().putHeader("Set-Cookie", storage.commitSession(own)).end("changed");
        }

        @Route(path = "/rerouted/change", methods = Route.HttpMethod.POST)
        void reroute(RoutingContext rc) {
            rc.reroute(io.vertx.core.http.HttpMethod.GET, "/rerouted/here");
        }

        /** Runs before the filter of the sessions, and asks for one. */
        @RouteFilter(400)
        void early(RoutingContext rc) {
            if (rc.request().headers().contains("X-Early")) {
                storage.getUserSession(rc).has("user");
            }
            rc.next();
        }

        @Route(path = "/rerouted/here", methods = Route.HttpMethod.GET)
        String rerouted() {
            return change(session);
        }

        void router(@Observes Router router) {
            router.post("/router/change").handler(rc -> rc.response().end(change(storage.getUserSession(rc))));
            router.get("/upgrade").handler(rc -> rc.request().toWebSocket().onSuccess(socket -> {
                RUNS.incrementAndGet();
                socket.close();
            }).onFailure(rc::fail));
        }

        void management(@Observes ManagementInterface management) {
            management.router().post("/managed/change").handler(rc -> rc.response().end(change(storage.getUserSession(rc))));
        }
    }

    @WebServlet("/servlet/*")
    public static class Servlet extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Inject
        transient UserSession session;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
            response.getWriter().write(change(session));
        }
    }

    @WebSocket(path = "/chat")
    public static class Chat {

        @OnOpen
        public void open() {
            RUNS.incrementAndGet();
        }
    }
}
