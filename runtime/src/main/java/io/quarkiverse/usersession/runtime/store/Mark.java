package io.quarkiverse.usersession.runtime.store;

import java.util.Objects;

/**
 * Which sign-ins of a user all endings of all of them have ended together: those before the latest, but one of them may have
 * been excepted, and that one was ended by the latest that did not except it.
 *
 * @param latest in milliseconds since 1970
 * @param exceptId of the latest; null for none
 * @param other the latest with another exception
 */
record Mark(long latest, String exceptId, long other) {

    static Mark of(long before, String exceptId) {
        return new Mark(before, exceptId, Long.MIN_VALUE);
    }

    Mark and(long before, String except) {
        boolean same = Objects.equals(except, exceptId);
        if (before < latest) {
            return same || before <= other ? this : new Mark(latest, exceptId, before);
        }
        return new Mark(before, except, same ? other : latest);
    }

    boolean ends(String id, long signedInAt) {
        return signedInAt < (id.equals(exceptId) ? other : latest);
    }
}
