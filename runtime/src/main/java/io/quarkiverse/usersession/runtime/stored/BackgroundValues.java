package io.quarkiverse.usersession.runtime.stored;

import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.format.StoredReference;
import io.quarkiverse.usersession.runtime.state.ReferencedValues;
import io.quarkiverse.usersession.runtime.store.PatientCalls;
import io.smallrye.mutiny.Uni;

/**
 * Changes stored values in the background. A failure only takes room in the store, until the value expires.
 */
public final class BackgroundValues implements ReferencedValues {

    private static final Logger LOG = Logger.getLogger(BackgroundValues.class);

    private final ValueStore store;
    private final StoredSettings settings;
    private final PatientCalls calls;
    private final Executor executor;

    /** @param executor runs tasks on another thread, because the caller may hold a lock */
    BackgroundValues(ValueStore store, StoredSettings settings, PatientCalls calls, Executor executor) {
        this.store = store;
        this.settings = settings;
        this.calls = calls;
        this.executor = executor;
    }

    @Override
    public void remove(StoredReference reference) {
        start("removed", () -> store.remove(reference));
    }

    @Override
    public void prolong(StoredReference reference, long seconds) {
        start("prolonged", () -> store.prolong(reference, settings.seconds(seconds)));
    }

    void retire(StoredReference reference) {
        start("retired", () -> store.retire(reference));
    }

    void discard(StoredReference reference) {
        start("discarded", () -> store.discard(reference));
    }

    private void start(String what, Supplier<Uni<Void>> command) {
        try {
            executor.execute(() -> calls.tell(command).subscribe().with(done -> {
            }, failure -> LOG.debugf("A stored value could not be %s: %s", what, ValueStoreException.reason(failure))));
        } catch (RuntimeException e) { // the application stops
            LOG.debugf("A stored value could not be %s: %s", what, e.getClass().getName());
        }
    }
}
