package io.quarkiverse.usersession.test.signin;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkiverse.usersession.RecentSignIn;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.web.Route;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;

/** Pages for users who have signed in recently, in methods of each kind. */
@Path("/recent")
public class RecentPages {

    static final Class<?>[] CLASSES = { RecentPages.class, Vault.class, Safe.class, Routes.class, Expected.class,
            RecentServlet.class, RecentServletMethod.class };

    /** How many methods that fail were called. */
    static final AtomicInteger RUNS = new AtomicInteger();

    @Inject
    SecurityIdentity identity;

    @Inject
    UserSession session;

    @Inject
    Vault vault;

    @GET
    @Path("blocking")
    @RecentSignIn("10M")
    public String blocking() {
        return Pages.shown(identity);
    }

    @POST
    @Path("blocking")
    @RecentSignIn("10M")
    public String post(String body) {
        return Pages.shown(identity) + " posted " + body.length();
    }

    @GET
    @Path("event-loop")
    @NonBlocking
    @RecentSignIn("10M")
    public String eventLoop() {
        return Pages.shown(identity);
    }

    @GET
    @Path("uni")
    @RecentSignIn("10M")
    public Uni<String> uni() {
        return Uni.createFrom().item(() -> Pages.shown(identity));
    }

    @GET
    @Path("blocking-uni")
    @Blocking
    @RecentSignIn("10M")
    public Uni<String> blockingUni() {
        return Uni.createFrom().item(() -> Pages.shown(identity));
    }

    @GET
    @Path("multi")
    @RecentSignIn("10M")
    public Multi<String> multi() {
        return Multi.createFrom().items(() -> Stream.of(Pages.shown(identity)));
    }

    @GET
    @Path("rest-multi")
    @Blocking
    @RecentSignIn("10M")
    public RestMulti<String> restMulti() {
        return RestMulti.fromMultiData(Multi.createFrom().items(() -> Stream.of(Pages.shown(identity))))
                .status(200).build();
    }

    @GET
    @Path("stage")
    @RecentSignIn("10M")
    public CompletionStage<String> stage() {
        return CompletableFuture.completedFuture(Pages.shown(identity));
    }

    @GET
    @Path("future")
    @RecentSignIn("10M")
    public CompletableFuture<String> future() {
        return CompletableFuture.completedFuture(Pages.shown(identity));
    }

    @GET
    @Path("blocking-multi")
    @Blocking
    @RecentSignIn("10M")
    public Multi<String> blockingMulti() {
        return Multi.createFrom().item(Pages.shown(identity));
    }

    @GET
    @Path("thread/uni")
    @Blocking
    @RecentSignIn("10M")
    public Uni<String> uniThread() {
        return Uni.createFrom().item(thread());
    }

    @GET
    @Path("thread/multi")
    @Blocking
    @RecentSignIn("10M")
    public Multi<String> multiThread() {
        return Multi.createFrom().item(thread());
    }

    @GET
    @Path("thread/stage")
    @Blocking
    @RecentSignIn("10M")
    public CompletionStage<String> stageThread() {
        return CompletableFuture.completedFuture(thread());
    }

    @GET
    @Path("thread/blocking")
    @RecentSignIn("10M")
    public String blockingThread() {
        return thread();
    }

    private static String thread() {
        return Context.isOnEventLoopThread() ? "event loop" : "worker";
    }

    @GET
    @Path("throwing/blocking")
    @RecentSignIn("10M")
    public String throwing() throws IOException {
        throw failure();
    }

    @GET
    @Path("throwing/uni")
    @RecentSignIn("10M")
    public Uni<String> throwingUni() throws IOException {
        throw failure();
    }

    @GET
    @Path("throwing/multi")
    @RecentSignIn("10M")
    public Multi<String> throwingMulti() throws IOException {
        throw failure();
    }

    @GET
    @Path("throwing/stage")
    @RecentSignIn("10M")
    public CompletionStage<String> throwingStage() throws IOException {
        throw failure();
    }

    @GET
    @Path("failing/uni")
    @RecentSignIn("10M")
    public Uni<String> failingUni() {
        return Uni.createFrom().failure(RecentPages::failure);
    }

    @GET
    @Path("failing/multi")
    @RecentSignIn("10M")
    public Multi<String> failingMulti() {
        return Multi.createFrom().failure(RecentPages::failure);
    }

    @GET
    @Path("failing/stage")
    @RecentSignIn("10M")
    public CompletionStage<String> failingStage() {
        return CompletableFuture.failedStage(failure());
    }

    @GET
    @Path("failing/executed-stage")
    @RecentSignIn("10M")
    public CompletionStage<String> failingExecutedStage() {
        return CompletableFuture.supplyAsync(() -> {
            throw new CompletionException(failure());
        });
    }

    private static IOException failure() {
        RUNS.incrementAndGet();
        return new Expected();
    }

    /** What the methods throw that fail. */
    public static final class Expected extends IOException {

        private static final long serialVersionUID = 1;
    }

    @ServerExceptionMapper
    public Response map(Expected expected) {
        return Response.status(422).build();
    }

    @WebServlet("/recent/servlet")
    public static class RecentServlet extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Inject
        transient Vault vault;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(vault.open());
        }
    }

    @WebServlet("/recent/servlet-method")
    public static class RecentServletMethod extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Inject
        transient SecurityIdentity identity;

        @Override
        @RecentSignIn("10M")
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(Pages.shown(identity));
        }
    }

    @GET
    @Path("bean")
    public String bean() {
        return vault.open();
    }

    @GET
    @Path("inherited")
    public String inherited() {
        return vault.inherited();
    }

    @GET
    @Path("hour")
    public String withinAnHour() {
        return vault.withinAnHour();
    }

    @GET
    @Path("for-admins")
    @RecentSignIn("10M")
    @RolesAllowed("admin")
    public String forAdmins() {
        return Pages.shown(identity);
    }

    @GET
    @Path("path/page")
    public String byPath() {
        return Pages.shown(identity);
    }

    /** The user of the request is another one than that of the session by then. */
    @GET
    @Path("sign-in-and-go-on")
    public String signInAndGoOn(@RestQuery String user) {
        identity.isAnonymous();
        session.signIn(user, Set.of());
        return vault.open();
    }

    @ApplicationScoped
    public static class Vault extends Safe {

        @Inject
        SecurityIdentity identity;

        String open() {
            return Pages.shown(identity);
        }

        @RecentSignIn("1H")
        String withinAnHour() {
            return Pages.shown(identity);
        }
    }

    @RecentSignIn("10M")
    public static class Safe {

        @Inject
        SecurityIdentity user;

        String inherited() {
            return Pages.shown(user);
        }
    }

    @ApplicationScoped
    @RecentSignIn("10M")
    public static class Routes {

        @Inject
        SecurityIdentity identity;

        @Route(path = "/recent/route")
        String route() {
            return Pages.shown(identity);
        }

        @Route(path = "/recent/uni-route")
        Uni<String> uniRoute() {
            return Uni.createFrom().item(() -> Pages.shown(identity));
        }

        @Route(path = "/recent/blocking-route", type = Route.HandlerType.BLOCKING)
        String blockingRoute() {
            return Pages.shown(identity);
        }
    }
}
