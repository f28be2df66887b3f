package io.quarkiverse.usersession.runtime.store;

import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which sign-ins this replica has ended. It remembers an ending from before the store is told until an hour after the
 * store has confirmed it, because requests may be in progress. If there are more than {@value #BOUND} users and sign-ins, it
 * forgets the oldest, confirmed ones first. Reading takes no lock.
 */
final class Endings {

    static final int BOUND = 10_000;
    static final long MILLIS_AFTER_CONFIRMATION = 3_600_000;

    /** @param id null for all of the user */
    private record Key(String principal, String id) {
    }

    /** Guarded by {@link Endings}. */
    private static final class Ending {

        int unconfirmed;
        long confirmedAt;
    }

    private final InstantSource clock;
    private final Set<Key> ended = ConcurrentHashMap.newKeySet();
    private final Map<String, Mark> marks = new ConcurrentHashMap<>();
    // oldest first
    private final Map<Key, Ending> unconfirmed = new LinkedHashMap<>();
    private final Map<Key, Ending> confirmed = new LinkedHashMap<>();

    Endings(InstantSource clock) {
        this.clock = clock;
    }

    boolean isEnded(String principal, String id, long signedInAt) {
        Mark mark = marks.get(principal);
        return mark != null && mark.ends(id, signedInAt)
                || !ended.isEmpty() && ended.contains(new Key(principal, id));
    }

    /** The store is about to be told that a sign-in ends. */
    synchronized void begin(String principal, String id) {
        Key key = new Key(principal, id);
        ended.add(key);
        remember(key);
    }

    /** The store is about to be told that all sign-ins of a user before that time end. */
    synchronized void beginAll(String principal, long before, String exceptId) {
        Mark mark = marks.get(principal);
        marks.put(principal, mark == null ? Mark.of(before, exceptId) : mark.and(before, exceptId));
        remember(new Key(principal, null));
    }

    synchronized void confirm(String principal, String id) {
        confirm(new Key(principal, id));
    }

    synchronized void confirmAll(String principal) {
        confirm(new Key(principal, null));
    }

    private void remember(Key key) {
        Ending ending = confirmed.remove(key);
        if (ending == null) {
            ending = unconfirmed.getOrDefault(key, new Ending());
        }
        ending.unconfirmed++;
        unconfirmed.put(key, ending);
        forgetOld();
    }

    private void confirm(Key key) {
        Ending ending = unconfirmed.get(key);
        if (ending != null && --ending.unconfirmed == 0) {
            unconfirmed.remove(key);
            ending.confirmedAt = clock.millis();
            confirmed.put(key, ending);
        }
    }

    private void forgetOld() {
        long now = clock.millis();
        Iterator<Map.Entry<Key, Ending>> oldest = confirmed.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<Key, Ending> entry = oldest.next();
            if (size() <= BOUND && now - entry.getValue().confirmedAt < MILLIS_AFTER_CONFIRMATION) {
                return;
            }
            oldest.remove();
            forget(entry.getKey());
        }
        while (size() > BOUND) {
            Key first = unconfirmed.keySet().iterator().next();
            unconfirmed.remove(first);
            forget(first);
        }
    }

    private void forget(Key key) {
        if (key.id == null) {
            marks.remove(key.principal);
        } else {
            ended.remove(key);
        }
    }

    /** How many users and sign-ins it remembers. */
    synchronized int size() {
        return unconfirmed.size() + confirmed.size();
    }
}
