package io.quarkiverse.usersession.runtime.stored;

import java.util.concurrent.Executor;

import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.format.StoredFormat;
import io.quarkiverse.usersession.runtime.store.PatientCalls;
import io.quarkiverse.usersession.runtime.store.Timers;

/** The common part of the stored values of all sessions. */
public record StoredBackend(ValueStore store, StoredSettings settings, PatientCalls calls, BackgroundValues background) {

    /** @param executor runs tasks on another thread */
    public static StoredBackend of(ValueStore store, StoredSettings settings, Timers timers, Executor executor) {
        PatientCalls calls = new PatientCalls(settings.timeout(), StoredValues.TIMEOUT, timers);
        return new StoredBackend(store, settings, calls, new BackgroundValues(store, settings, calls, executor, timers));
    }

    /** The stored values of one session. */
    public StoredValues values(StoredFormat format, Randomness random) {
        return new StoredValues(store, background, settings, calls, format, random);
    }
}
