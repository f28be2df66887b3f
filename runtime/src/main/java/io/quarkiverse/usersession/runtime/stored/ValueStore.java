package io.quarkiverse.usersession.runtime.stored;

import io.quarkiverse.usersession.runtime.format.StoredReference;
import io.smallrye.mutiny.Uni;

/** Keeps sealed values under references that nobody can guess. All times are in seconds. */
public interface ValueStore {

    /** How long a value that was replaced can still be read, by requests under way and after a response that was lost. */
    int REPLACED_SECONDS = 300;

    /** Keeps a value that long. */
    Uni<Void> put(StoredReference reference, byte[] sealed, long seconds);

    /**
     * Gives a value, and keeps it that long from now on, unless it was replaced.
     *
     * @return null if it is not there any more
     */
    Uni<byte[]> get(StoredReference reference, long seconds);

    /** Keeps other bytes for the same value as long as the former ones, if it is still there. */
    Uni<Void> reseal(StoredReference reference, byte[] sealed);

    /** Keeps a value that long from now on, if it is still there and was not replaced. */
    Uni<Void> prolong(StoredReference reference, long seconds);

    /** The value was replaced, and lives {@link #REPLACED_SECONDS} on. */
    Uni<Void> retire(StoredReference reference);

    /** Drops this value, and no other. */
    Uni<Void> discard(StoredReference reference);

    /** Drops all values of the family, those that were replaced as well. */
    Uni<Void> remove(StoredReference reference);
}
