package io.quarkiverse.usersession.runtime.stored;

import java.util.concurrent.Executor;

import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.format.StoredFormat;
import io.quarkiverse.usersession.runtime.store.Timers;

/** What the stored values of all sessions have in common. */
public record StoredBackend(ValueStore store, StoredSettings settings, Timers timers, BackgroundValues background) {

    /** @param executor takes what it runs to another thread */
    public static StoredBackend of(ValueStore store, StoredSettings settings, Timers timers, Executor executor) {
        return new StoredBackend(store, settings, timers, new BackgroundValues(store, settings, timers, executor));
    }

    /** Those of one session. */
    public StoredValues values(StoredFormat format, Randomness random) {
        return new StoredValues(store, background, settings, timers, format, random);
    }
}
