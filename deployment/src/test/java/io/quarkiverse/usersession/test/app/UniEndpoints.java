package io.quarkiverse.usersession.test.app;

import java.util.concurrent.Semaphore;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.usersession.UserSession;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Half of the work is done on another thread than the one that called. */
@Path("/uni")
public class UniEndpoints {

    /** What has happened in {@code /uni/set-wait}. */
    public static final Semaphore SET = new Semaphore(0);
    public static final Semaphore CANCELLED = new Semaphore(0);

    @Inject
    UserSession session;

    @GET
    @Path("set")
    public Uni<String> set(@RestQuery String value) {
        return onWorker(value).map(item -> Steps.set(session, item));
    }

    @GET
    @Path("get")
    public Uni<String> get() {
        return onWorker("").map(item -> Steps.get(session));
    }

    @GET
    @Path("untouched")
    public Uni<String> untouched() {
        return onWorker("untouched");
    }

    @GET
    @Path("set-422")
    public Uni<String> setThenRefuse(@RestQuery String value) {
        return onWorker(value).invoke(item -> Steps.set(session, item))
                .chain(() -> Uni.createFrom().failure(new WebApplicationException(Steps.UNPROCESSABLE)));
    }

    @GET
    @Path("set-throw")
    public Uni<String> setThenThrow(@RestQuery String value) {
        return onWorker(value).invoke(item -> Steps.set(session, item))
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("thrown by the endpoint")));
    }

    /** Sets the session when Quarkus listens for the client to go, and then waits for that. */
    @GET
    @Path("set-wait")
    public Uni<String> setThenWait(@RestQuery String value) {
        Context eventLoop = Vertx.currentContext();
        return Uni.createFrom().<String> emitter(item -> eventLoop.runOnContext(later -> item.complete(value)))
                .invoke(item -> Steps.set(session, item))
                .invoke(() -> SET.release())
                .chain(() -> Uni.createFrom().<String> nothing())
                .onCancellation().invoke(() -> CANCELLED.release());
    }

    private static Uni<String> onWorker(String item) {
        return Uni.createFrom().item(item).emitOn(Infrastructure.getDefaultWorkerPool());
    }
}
