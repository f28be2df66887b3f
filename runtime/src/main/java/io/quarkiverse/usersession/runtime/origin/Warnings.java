package io.quarkiverse.usersession.runtime.origin;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What has been warned about. The number is limited, because clients can send anything. */
final class Warnings {

    static final int LIMIT = 100;

    private final Set<String> given = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ended = new AtomicBoolean();

    /** Whether to warn about this now: it is new, and the limit is not reached. */
    boolean areNewFor(String what) {
        return given.size() < LIMIT && given.add(what);
    }

    /** Whether this is the first one beyond the limit. */
    boolean endWith(String what) {
        return given.size() >= LIMIT && !given.contains(what) && ended.compareAndSet(false, true);
    }
}
