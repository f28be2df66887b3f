package io.quarkiverse.usersession.runtime.store;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Ends sign-ins: on this replica before the store is told, and on all others when the store has confirmed it. */
final class Ender {

    private final Endings endings;
    private final Answers unbound;
    private final Answers bound;
    private final StoreCalls store;
    private final StoreMetrics metrics;

    /**
     * @param unbound answers about sign-ins that are not bound to a browser
     * @param bound those about sign-ins that are
     */
    Ender(Endings endings, Answers unbound, Answers bound, StoreCalls store, StoreMetrics metrics) {
        this.endings = endings;
        this.unbound = unbound;
        this.bound = bound;
        this.store = store;
        this.metrics = metrics;
    }

    /** Ends the sign-in on this replica. Call {@link #tell} afterwards, and again if that fails. */
    void remember(String principal, String id) {
        endings.begin(principal, id);
        unbound.forget(principal, id);
        bound.forget(principal, id);
    }

    /** @param done called with null, or with the reason why the store has not confirmed it */
    void tell(String principal, String id, BiConsumer<Void, Throwable> done) {
        store.end(principal, id, (nothing, failure) -> {
            if (failure == null) {
                endings.confirm(principal, id);
                metrics.confirmed(StoreOperation.END);
            }
            done.accept(null, failure);
        });
    }

    /** @param done called with null, or with the reason why the store has not confirmed it */
    void end(String principal, String id, BiConsumer<Void, Throwable> done) {
        remember(principal, id);
        tell(principal, id, done);
    }

    /**
     * @param before in milliseconds since 1970
     * @param exceptId null for none
     * @param done called with null, or with the reason why the store has not confirmed it
     */
    void endAll(String principal, long before, String exceptId, BiConsumer<Void, Throwable> done) {
        endings.beginAll(principal, before, exceptId);
        forget(principal);
        store.endAll(principal, Instant.ofEpochMilli(before), Optional.ofNullable(exceptId), (nothing, failure) -> {
            // again: the store also ends sign-ins of replicas whose clocks are ahead, which the mark can't tell
            forget(principal);
            if (failure == null) {
                endings.confirmAll(principal);
                metrics.confirmed(StoreOperation.END_ALL);
            }
            done.accept(null, failure);
        });
    }

    private void forget(String principal) {
        unbound.forget(principal);
        bound.forget(principal);
    }
}
