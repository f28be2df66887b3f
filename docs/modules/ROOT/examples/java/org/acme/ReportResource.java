package org.acme;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

import io.quarkiverse.usersession.UserSession;
import io.smallrye.mutiny.Uni;

@Path("/report")
public class ReportResource {

    @Inject
    UserSession session;

    private final ExecutorService renderers = Executors.newCachedThreadPool();

    // tag::managed-executor[]
    @Inject
    ManagedExecutor executor;

    @GET
    public CompletionStage<String> report() {
        return executor.supplyAsync(() -> { // <1>
            session.set("lastReport", "sales"); // <2>
            return "Sales for " + session.get("userID").orElse("stranger");
        });
    }
    // end::managed-executor[]

    // tag::emit-on[]
    @GET
    @Path("rendered")
    public Uni<String> rendered() {
        return Uni.createFrom().item("Sales")
                .emitOn(renderers) // <1>
                .map(title -> title + " for " + session.get("userID").orElse("stranger"));
    }
    // end::emit-on[]

    // tag::thread-context[]
    @Inject
    ThreadContext threadContext;

    @GET
    @Path("printed")
    public CompletionStage<String> printed() {
        Supplier<String> task = () -> "Printed for " + session.get("userID").orElse("stranger");
        return CompletableFuture.supplyAsync(threadContext.contextualSupplier(task), renderers); // <1>
    }
    // end::thread-context[]
}
