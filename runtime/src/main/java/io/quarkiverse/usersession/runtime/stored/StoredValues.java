package io.quarkiverse.usersession.runtime.stored;

import java.lang.reflect.Type;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.StoredValueException;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.format.StoredContent;
import io.quarkiverse.usersession.runtime.format.StoredFormat;
import io.quarkiverse.usersession.runtime.format.StoredReference;
import io.quarkiverse.usersession.runtime.state.StoredEntry;
import io.quarkiverse.usersession.runtime.store.PatientCalls;
import io.smallrye.mutiny.Uni;

/**
 * Reads and writes the stored values of a session: a value is written before the session refers to it, and is never changed.
 */
public final class StoredValues {

    private static final Logger LOG = Logger.getLogger(StoredValues.class);

    /** The configuration key of {@link StoredSettings#timeout}. */
    static final String TIMEOUT = "quarkus.user-session.stored-values.timeout";
    static final String MAX_SIZE = "quarkus.user-session.stored-values.max-size";

    private final ValueStore store;
    private final BackgroundValues background;
    private final StoredSettings settings;
    private final PatientCalls calls;
    private final StoredFormat format;
    private final Randomness random;

    /** @param format of the session */
    public StoredValues(ValueStore store, BackgroundValues background, StoredSettings settings, PatientCalls calls,
            StoredFormat format, Randomness random) {
        this.store = store;
        this.background = background;
        this.settings = settings;
        this.calls = calls;
        this.format = format;
        this.random = random;
    }

    /**
     * The content for {@link #write}.
     *
     * @throws SessionTooLargeException if it is too large
     */
    byte[] content(StoredEntry entry, Object value, Type type) {
        byte[] content = format.content(entry.snapshot(value, type));
        int bytes = format.jsonBytes(content);
        if (bytes > settings.maxBytes()) {
            throw new SessionTooLargeException(entry.shown() + "the value has " + bytes + " bytes as JSON, and " + MAX_SIZE
                    + " is " + settings.maxBytes() + ": store less, or raise it", bytes, settings.maxBytes());
        }
        return content;
    }

    /**
     * Fails if the store fails, or if the session can't refer to the value. Then the value is removed again, and the session is
     * unchanged.
     */
    Uni<Void> write(StoredEntry entry, byte[] content) {
        StoredEntry.Mark before = entry.mark();
        StoredReference own = before.reference() == null ? StoredReference.first(random) : before.reference().next(random);
        byte[] sealed = format.seal(content, entry.key(), own);
        AtomicBoolean settled = new AtomicBoolean(); // an answer and a cancellation may come at the same time
        Uni<Void> put = calls.ask(() -> store.put(own, sealed, settings.seconds(entry.secondsLeftOnceWritten())))
                .onFailure(PatientCalls::isAsked).invoke(() -> background.discard(own)); // it may be there all the same
        return shown(entry, put).invoke(() -> {
            if (settled.compareAndSet(false, true)) {
                refer(entry, own, before);
            }
        }).onCancellation().invoke(() -> {
            if (settled.compareAndSet(false, true)) {
                background.discard(own);
            }
        });
    }

    private void refer(StoredEntry entry, StoredReference own, StoredEntry.Mark before) {
        StoredReference former;
        try {
            former = entry.refer(own, before);
        } catch (RuntimeException e) {
            background.discard(own);
            throw e;
        }
        if (former == null) {
            return;
        }
        if (former.family().equals(own.family())) {
            background.retire(former);
        } else {
            background.remove(former); // it was set in the same request, and no browser has ever seen it
        }
    }

    /** @return what {@link #open} opens; null if it no longer exists */
    Uni<byte[]> read(StoredEntry entry, StoredReference reference) {
        return ask(entry, () -> store.get(reference, settings.seconds(entry.secondsLeft())));
    }

    /**
     * Opens a value on the thread that calls this method.
     *
     * @return null if it is not what was stored
     */
    Uni<Object> open(StoredEntry entry, StoredReference reference, byte[] sealed) {
        StoredContent opened = sealed == null ? null : format.open(sealed, entry.key(), reference);
        if (sealed != null && opened == null) {
            LOG.debugf("%sthe stored value can't be decrypted with the secrets of this replica, so it is empty", entry.shown());
        }
        if (opened == null) {
            return Uni.createFrom().nullItem();
        }
        if (opened.currentKey()) {
            return Uni.createFrom().item(opened.value());
        }
        byte[] resealed = format.seal(format.content(opened.value()), entry.key(), reference);
        return ask(entry, () -> store.reseal(reference, resealed)).onFailure().recoverWithNull()
                .replaceWith(opened.value()); // the next one does it if this fails
    }

    Uni<Void> remove(StoredEntry entry, StoredReference reference) {
        Uni<Void> removed = calls.ask(() -> store.remove(reference))
                .onFailure().invoke(() -> background.remove(reference)); // an answer has failed, and the store may hear the next
        return shown(entry, removed);
    }

    private <T> Uni<T> ask(StoredEntry entry, Supplier<Uni<T>> command) {
        return shown(entry, calls.ask(command));
    }

    private static <T> Uni<T> shown(StoredEntry entry, Uni<T> answer) {
        return answer.onFailure().transform(failure -> new StoredValueException(
                entry.shown() + "the store of large values has failed: " + ValueStoreException.reason(failure)));
    }
}
