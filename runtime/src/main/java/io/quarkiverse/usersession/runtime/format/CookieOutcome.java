package io.quarkiverse.usersession.runtime.format;

/** What became of the session cookies that a request brought. */
public enum CookieOutcome {

    VALID("valid"),
    /** One of another system, which has become a session. */
    IMPORTED("imported"),
    ABSENT("absent"),
    EXPIRED("expired"),
    NOT_YET_VALID("not_yet_valid"),
    UNKNOWN_KEY("unknown_key"),
    /** Of a format that a later version of this extension writes. */
    LATER_VERSION("later_version"),
    /** Sealed with a key of ours, and then changed, cut off, or sealed for another name. */
    DAMAGED("damaged"),
    /** It does not look like a cookie of this extension. */
    UNRECOGNIZED("unrecognized"),
    TOO_LONG("too_long"),
    /** There are more of them than are opened, and the right one may be among those that were not. */
    TOO_MANY("too_many"),
    /** They name different sign-ins and claim the same scope, which no browser's cookies do. */
    CONFLICTING("conflicting");

    private final String text;

    CookieOutcome(String text) {
        this.text = text;
    }

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
