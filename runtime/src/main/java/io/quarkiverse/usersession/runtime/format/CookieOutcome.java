package io.quarkiverse.usersession.runtime.format;

/** What became of a session cookie that a request brought. */
public enum CookieOutcome {

    VALID("valid"),
    /** One of another system, which has become a session. */
    IMPORTED("imported"),
    ABSENT("absent"),
    EXPIRED("expired"),
    NOT_YET_VALID("not yet valid"),
    UNKNOWN_KEY("unknown key"),
    DAMAGED("damaged"),
    TOO_LONG("too long"),
    /** None of those that were opened is valid, and there are more of them than are opened. */
    TOO_MANY("too many");

    private final String text;

    CookieOutcome(String text) {
        this.text = text;
    }

    /** The word for it in logs and metrics. */
    @Override
    public String toString() {
        return text;
    }
}
