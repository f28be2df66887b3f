package io.quarkiverse.usersession.runtime.format;

import java.util.Locale;

/** What became of the session cookies that a request brought. */
public enum CookieOutcome {

    VALID,
    /** One of another system, which has become a session. */
    IMPORTED,
    ABSENT,
    EXPIRED,
    NOT_YET_VALID,
    UNKNOWN_KEY,
    /** Of a format that a later version of this extension writes. */
    LATER_VERSION,
    /** Sealed with a key of ours, and then changed, cut off, or sealed for another name. */
    DAMAGED,
    /** It does not look like a cookie of this extension. */
    UNRECOGNIZED,
    TOO_LONG,
    /** There are more of them than are opened, and the right one may be among those that were not. */
    TOO_MANY,
    /** They name different sign-ins and claim the same scope, which no browser's cookies do. */
    CONFLICTING;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** Whether the cookie is certainly ours and will never be of use again. */
    public boolean isDead() {
        return this == EXPIRED || this == DAMAGED;
    }

    /** Whether it may be a good cookie to another replica, or to this one later. */
    public boolean mayBecomeValid() {
        return this == NOT_YET_VALID || this == UNKNOWN_KEY || this == LATER_VERSION;
    }

    /** The word for it in logs, metrics and the Dev UI, in snake case. */
    @Override
    public String toString() {
        return text;
    }
}
