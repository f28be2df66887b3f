package io.quarkiverse.usersession.runtime.stored;

import io.quarkiverse.usersession.runtime.format.StoredReference;
import io.smallrye.mutiny.Uni;

/** Keeps sealed values under references that nobody can guess. All times are in seconds. */
public interface ValueStore {

    /** How long a replaced value can still be read, by requests in progress and after a lost response. */
    int REPLACED_SECONDS = 300;

    /** Stores a value for this time. */
    Uni<Void> put(StoredReference reference, byte[] sealed, long seconds);

    /**
     * Returns a value, and extends its lifetime to this time from now on, unless it was replaced.
     *
     * @return null if it is no longer there
     */
    Uni<byte[]> get(StoredReference reference, long seconds);

    /** Replaces the bytes of a value, if it is still there. Its lifetime stays the same. */
    Uni<Void> reseal(StoredReference reference, byte[] sealed);

    /**
     * Extends the lifetime of a value to this time from now on, if it is still there. A cookie refers to it again, so it no
     * longer counts as replaced.
     */
    Uni<Void> prolong(StoredReference reference, long seconds);

    /** Marks the value as replaced. It lives for another {@link #REPLACED_SECONDS}. */
    Uni<Void> retire(StoredReference reference);

    /** Removes only this value. */
    Uni<Void> discard(StoredReference reference);

    /** Removes all values of the family, including replaced ones. */
    Uni<Void> remove(StoredReference reference);
}
