package io.quarkiverse.usersession.runtime.store;

import java.util.Objects;

/**
 * Sums up all calls that ended all sign-ins of a user. They ended the sign-ins from before the latest call. The latest call may
 * have made an exception for one sign-in. That one was ended by the latest call that did not except it.
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
