package io.quarkiverse.usersession.runtime.format;

/**
 * A cookie that was opened, or the reason why it could not be.
 *
 * @param content what was in it; null unless the outcome is {@link CookieOutcome#VALID} or
 *        {@link CookieOutcome#IMPORTED}
 * @param currentKey false if it was sealed with a secret that is only accepted, and so has to be sealed anew
 */
public record OpenedCookie(CookieOutcome outcome, SessionContent content, boolean currentKey) {

    public static final OpenedCookie ABSENT = unusable(CookieOutcome.ABSENT);
    static final OpenedCookie TOO_LONG = unusable(CookieOutcome.TOO_LONG);
    static final OpenedCookie DAMAGED = unusable(CookieOutcome.DAMAGED);
    static final OpenedCookie UNKNOWN_KEY = unusable(CookieOutcome.UNKNOWN_KEY);

    static OpenedCookie valid(SessionContent content, boolean currentKey) {
        return new OpenedCookie(CookieOutcome.VALID, content, currentKey);
    }

    public static OpenedCookie imported(SessionContent content) {
        return new OpenedCookie(CookieOutcome.IMPORTED, content, true);
    }

    public static OpenedCookie unusable(CookieOutcome outcome) {
        return new OpenedCookie(outcome, null, true);
    }

    public boolean isValid() {
        return outcome == CookieOutcome.VALID;
    }

    public boolean isImported() {
        return outcome == CookieOutcome.IMPORTED;
    }
}
