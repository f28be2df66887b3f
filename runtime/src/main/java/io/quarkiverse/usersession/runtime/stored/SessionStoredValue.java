package io.quarkiverse.usersession.runtime.stored;

import java.lang.reflect.Type;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import io.quarkiverse.usersession.StoredValue;
import io.quarkiverse.usersession.runtime.format.StoredReference;
import io.quarkiverse.usersession.runtime.state.StoredEntry;
import io.smallrye.mutiny.Uni;

/** A stored value of the session of the current request. */
public final class SessionStoredValue<T> implements StoredValue<T> {

    private final Supplier<StoredEntry> entries;
    private final StoredValues values;
    private final Type type;

    /** @param entries returns the entry of the current session; called by each method */
    public SessionStoredValue(Supplier<StoredEntry> entries, StoredValues values, Type type) {
        this.entries = entries;
        this.values = values;
        this.type = type;
    }

    @Override
    public Uni<Optional<T>> get() {
        StoredEntry entry = entries.get();
        return Uni.createFrom().deferred(() -> {
            StoredReference reference = entry.reference();
            return sealed(entry, reference).flatMap(sealed -> values.open(entry, reference, sealed))
                    .map(plain -> converted(entry, plain));
        });
    }

    /** Decrypts and converts on the thread that waits: the answer comes on an event loop, which others wait for. */
    @Override
    public Optional<T> getAndAwait() {
        StoredEntry entry = entries.get();
        StoredReference reference = entry.reference();
        byte[] sealed = sealed(entry, reference).await().indefinitely();
        return converted(entry, values.open(entry, reference, sealed).await().indefinitely());
    }

    private Uni<byte[]> sealed(StoredEntry entry, StoredReference reference) {
        return reference == null ? Uni.createFrom().nullItem() : values.read(entry, reference);
    }

    private Optional<T> converted(StoredEntry entry, Object plain) {
        return plain == null ? Optional.empty() : Optional.of(entry.<T> convert(type, plain));
    }

    @Override
    public Uni<Void> set(T value) {
        Objects.requireNonNull(value, "value must not be null: unset() removes one");
        StoredEntry entry = entries.get();
        try {
            entry.checkChange();
            byte[] content = values.content(entry, value, type);
            return Uni.createFrom().deferred(() -> values.write(entry, content));
        } catch (RuntimeException e) {
            return Uni.createFrom().failure(e);
        }
    }

    @Override
    public Uni<Void> unset() {
        StoredEntry entry = entries.get();
        return Uni.createFrom().deferred(() -> {
            StoredReference former = entry.forget();
            return former == null ? Uni.createFrom().voidItem() : values.remove(entry, former);
        });
    }
}
