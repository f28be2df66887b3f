package io.quarkiverse.usersession.runtime.stored;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.quarkiverse.usersession.runtime.format.StoredReference;
import io.smallrye.mutiny.Uni;

/** Keeps values in memory, for development and tests. */
public final class InMemoryValueStore implements ValueStore {

    private record Kept(byte[] sealed, long until, boolean replaced) {
    }

    private final InstantSource clock;
    private final Map<StoredReference, Kept> values = new HashMap<>(); // guarded by this

    public InMemoryValueStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Void> put(StoredReference reference, byte[] sealed, long seconds) {
        return run(() -> values.put(reference, new Kept(sealed.clone(), after(seconds), false)));
    }

    @Override
    public Uni<byte[]> get(StoredReference reference, long seconds) {
        return item(() -> {
            Kept kept = values.computeIfPresent(reference,
                    (any, found) -> found.replaced() ? found : new Kept(found.sealed(), after(seconds), false));
            return kept == null ? null : kept.sealed().clone();
        });
    }

    @Override
    public Uni<Void> reseal(StoredReference reference, byte[] sealed) {
        return run(() -> values.computeIfPresent(reference,
                (any, kept) -> new Kept(sealed.clone(), kept.until(), kept.replaced())));
    }

    @Override
    public Uni<Void> prolong(StoredReference reference, long seconds) {
        return run(() -> values.computeIfPresent(reference, (any, kept) -> new Kept(kept.sealed(), after(seconds), false)));
    }

    @Override
    public Uni<Void> retire(StoredReference reference) {
        return run(() -> values.computeIfPresent(reference,
                (any, kept) -> new Kept(kept.sealed(), Math.min(kept.until(), after(REPLACED_SECONDS)), true)));
    }

    @Override
    public Uni<Void> discard(StoredReference reference) {
        return run(() -> values.remove(reference));
    }

    @Override
    public Uni<Void> remove(StoredReference reference) {
        return run(() -> values.keySet().removeIf(other -> other.family().equals(reference.family())));
    }

    private long after(long seconds) {
        return clock.millis() + 1000 * seconds;
    }

    private Uni<Void> run(Supplier<?> change) {
        return item(change).replaceWithVoid();
    }

    private <T> Uni<T> item(Supplier<T> change) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                values.values().removeIf(kept -> kept.until() <= clock.millis());
                return change.get();
            }
        });
    }
}
