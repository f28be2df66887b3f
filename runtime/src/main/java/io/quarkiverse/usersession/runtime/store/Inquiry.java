package io.quarkiverse.usersession.runtime.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

import io.smallrye.mutiny.Uni;

/**
 * A question to the store that is in progress. All requests that ask the same soon enough wait for it, and each of them can
 * stop waiting.
 */
final class Inquiry {

    final String principal;
    final String id;
    final boolean bound;
    final long askedAt;
    final Availability.Permit permit;
    boolean outdated; // guarded by Answers: asked before an ending of the user, or too long ago
    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();

    Inquiry(String principal, String id, boolean bound, long askedAt, Availability.Permit permit) {
        this.principal = principal;
        this.id = id;
        this.bound = bound;
        this.askedAt = askedAt;
        this.permit = permit;
    }

    void answer(Verdict answer) {
        verdict.complete(answer);
    }

    void whenAnswered(Runnable task) {
        verdict.thenRun(task);
    }

    /**
     * @param caller runs what follows
     * @param settled turns the answer into the final verdict, after the answer has arrived
     */
    Uni<Verdict> verdict(Executor caller, UnaryOperator<Verdict> settled) {
        // not from the CompletionStage itself: who stops waiting would cancel it for all
        return Uni.createFrom().emitter(waiting -> verdict.thenAccept(
                answer -> caller.execute(() -> waiting.complete(settled.apply(answer)))));
    }
}
