package io.quarkiverse.usersession.runtime.origin;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What has been warned about. The number is limited, because clients can send anything. */
final class Warnings {

    static final int LIMIT = 100;

    private final Set<String> given = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ended = new AtomicBoolean();

    /** Whether to warn about it, because this has not been done. */
    boolean areNewFor(String what) {
        return given.size() < LIMIT && given.add(what);
    }

    /** Whether there are no more, and this is the first call that says so. */
    boolean endWith(String what) {
        return given.size() >= LIMIT && !given.contains(what) && ended.compareAndSet(false, true);
    }
}
