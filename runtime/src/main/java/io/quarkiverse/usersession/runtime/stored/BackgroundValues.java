package io.quarkiverse.usersession.runtime.stored;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.format.StoredReference;
import io.quarkiverse.usersession.runtime.state.ReferencedValues;
import io.quarkiverse.usersession.runtime.store.OncePerMinute;
import io.quarkiverse.usersession.runtime.store.PatientCalls;
import io.quarkiverse.usersession.runtime.store.Timers;
import io.smallrye.mutiny.Uni;

/**
 * Changes stored values in the background. Removing the values of a family is tried three times. All other failures only take
 * room in the store, until the value expires.
 */
public final class BackgroundValues implements ReferencedValues {

    private static final Logger LOG = Logger.getLogger(BackgroundValues.class);

    /** How many failed removals may wait for their next try. */
    static final int MAX_WAITING = 1_000;
    private static final List<Duration> UNTIL_NEXT_TRY = List.of(Duration.ofSeconds(2), Duration.ofSeconds(10));

    private final ValueStore store;
    private final StoredSettings settings;
    private final PatientCalls calls;
    private final Executor executor;
    private final Timers timers;
    private final OncePerMinute warnings;
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param executor runs tasks on another thread, because the caller may hold a lock */
    BackgroundValues(ValueStore store, StoredSettings settings, PatientCalls calls, Executor executor,
            Timers timers) {
        this.store = store;
        this.settings = settings;
        this.calls = calls;
        this.executor = executor;
        this.timers = timers;
        this.warnings = new OncePerMinute(timers, BackgroundValues::log);
    }

    @Override
    public void remove(StoredReference reference) {
        remove(reference, 0);
    }

    /** After a failure, only that value is removed: meanwhile, another request may have set a new one. */
    private void remove(StoredReference reference, int failures) {
        start("removed", () -> failures == 0 ? store.remove(reference) : store.discard(reference), failure -> {
            if (failures == UNTIL_NEXT_TRY.size() || waiting.get() >= MAX_WAITING) {
                warnings.add(1, ValueStoreException.reason(failure));
            } else {
                waiting.incrementAndGet();
                timers.after(UNTIL_NEXT_TRY.get(failures), () -> {
                    waiting.decrementAndGet();
                    remove(reference, failures + 1);
                });
            }
        });
    }

    private static void log(int number, String reason) {
        LOG.warnf(
                "Of the stored values that sessions no longer have, %d could not be removed (%s): until they expire, copies of"
                        + " the sessions' cookies can still read them. Find out what is wrong with the store. This warning is logged at most"
                        + " once a minute",
                number, reason);
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
        start(what, command, failure -> {
        });
    }

    private void start(String what, Supplier<Uni<Void>> command, Consumer<Throwable> failed) {
        try {
            executor.execute(() -> calls.tell(command).subscribe().with(done -> {
            }, failure -> {
                LOG.debugf("A stored value could not be %s: %s", what, ValueStoreException.reason(failure));
                failed.accept(failure);
            }));
        } catch (RuntimeException e) { // the application stops
            LOG.debugf("A stored value could not be %s: %s", what, e.getClass().getName());
        }
    }
}
