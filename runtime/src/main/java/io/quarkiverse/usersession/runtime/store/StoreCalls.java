package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.SignInStore;
import io.smallrye.mutiny.Uni;

/** Sends commands to the store, waits no longer than the timeout, and counts failures. */
final class StoreCalls {

    private final Supplier<SignInStore> supplier;
    private volatile SignInStore store; // null until it was needed, and as long as it can't be made
    private final Duration timeout;
    private final Timers timers;
    private final StoreMetrics metrics;

    /** @param supplier returns the store; as long as it fails, the store counts as failed */
    StoreCalls(Supplier<SignInStore> supplier, Duration timeout, Timers timers, StoreMetrics metrics) {
        this.supplier = supplier;
        this.timeout = timeout;
        this.timers = timers;
        this.metrics = metrics;
    }

    void check(SignInCheck check, BiConsumer<Boolean, Throwable> done) {
        call(StoreOperation.CHECK, store -> store.check(check), answered(done, StoreOperation.CHECK));
    }

    void list(String principal, BiConsumer<List<SignIn>, Throwable> done) {
        call(StoreOperation.LIST, store -> store.list(principal), answered(done, StoreOperation.LIST));
    }

    void end(String principal, String id, BiConsumer<Void, Throwable> done) {
        call(StoreOperation.END, store -> store.end(principal, id), done);
    }

    void endAll(String principal, Instant before, Optional<String> exceptId, BiConsumer<Void, Throwable> done) {
        call(StoreOperation.END_ALL, store -> store.endAll(principal, before, exceptId), done);
    }

    private <T> void call(StoreOperation operation, Function<SignInStore, Uni<T>> command, BiConsumer<T, Throwable> done) {
        StoreCall.<T> start(() -> command.apply(store()), timeout, timers, (item, failure) -> {
            if (failure != null) {
                metrics.failed(operation);
            }
            done.accept(item, failure);
        });
    }

    private SignInStore store() {
        SignInStore made = store;
        if (made == null) {
            try {
                made = Objects.requireNonNull(supplier.get());
            } catch (RuntimeException e) {
                throw StoreFailure.notCreated(e);
            }
            store = made;
        }
        return made;
    }

    /** A null answer counts as a failure. */
    private <T> BiConsumer<T, Throwable> answered(BiConsumer<T, Throwable> done, StoreOperation operation) {
        return (item, failure) -> {
            if (item == null && failure == null) {
                metrics.failed(operation);
                done.accept(null, StoreFailure.nothing());
            } else {
                done.accept(item, failure);
            }
        };
    }
}
