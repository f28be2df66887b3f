package io.quarkiverse.usersession.runtime.state;

import io.quarkiverse.usersession.runtime.format.StoredReference;

/**
 * The values that sessions keep elsewhere. Nothing here waits for an answer, throws or takes a lock: a response must not be
 * held back by it, and it is called with the lock of the session held.
 */
public interface ReferencedValues {

    /** The session no longer has the value, nor any that it had before under the same key. */
    void remove(StoredReference reference);

    /** The session has got a cookie that lives so many seconds. */
    void prolong(StoredReference reference, long seconds);
}
