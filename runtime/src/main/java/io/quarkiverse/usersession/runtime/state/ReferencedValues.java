package io.quarkiverse.usersession.runtime.state;

import io.quarkiverse.usersession.runtime.format.StoredReference;

/**
 * The values that sessions keep in another store. These methods don't wait, throw or take a lock: they must not hold back a
 * response, and are called while the lock of the session is held.
 */
public interface ReferencedValues {

    /** The session no longer has the value, nor any that it had before under the same key. */
    void remove(StoredReference reference);

    /** The session has a new cookie with this lifetime in seconds. */
    void prolong(StoredReference reference, long seconds);
}
