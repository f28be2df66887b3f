package io.quarkiverse.usersession.runtime.format;

import java.util.Locale;

/** The outcome for the session cookies of a request. */
public enum CookieOutcome {

    VALID,
    /** A cookie of another system was turned into a session. */
    IMPORTED,
    ABSENT,
    EXPIRED,
    NOT_YET_VALID,
    UNKNOWN_KEY,
    /** It has a format that a later version of this extension writes. */
    LATER_VERSION,
    /** It was sealed with one of our keys, but was changed or cut off, or was sealed for another name. */
    DAMAGED,
    /** It does not look like a cookie of this extension. */
    UNRECOGNIZED,
    TOO_LONG,
    /** There are more cookies than are opened, and the right one may be among the others. */
    TOO_MANY,
    /** They name different sign-ins but state the same scope, which cookies of one browser never do. */
    CONFLICTING;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** Whether the cookie is certainly ours and will never be of use again. */
    public boolean isDead() {
        return this == EXPIRED || this == DAMAGED;
    }

    /** Whether another replica may accept the cookie, or this one may later. */
    public boolean mayBecomeValid() {
        return this == NOT_YET_VALID || this == UNKNOWN_KEY || this == LATER_VERSION;
    }

    /** The word for it in logs, metrics and the Dev UI, in snake case. */
    @Override
    public String toString() {
        return text;
    }
}
