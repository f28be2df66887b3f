package io.quarkiverse.usersession.runtime.format;

/**
 * A cookie that was opened, or the reason why it could not be.
 *
 * @param content what was in it; null unless the outcome is {@link CookieOutcome#VALID} or
 *        {@link CookieOutcome#IMPORTED}
 * @param currentKey false if it was sealed with a secret that is only accepted, and so has to be sealed anew
 * @param scope the {@link CookieScope#hash} that is sealed in it; 0 unless the outcome is {@link CookieOutcome#VALID}
 */
public record OpenedCookie(CookieOutcome outcome, SessionContent content, boolean currentKey, short scope) {

    public static final OpenedCookie ABSENT = unusable(CookieOutcome.ABSENT);
    public static final OpenedCookie TOO_MANY = unusable(CookieOutcome.TOO_MANY);
    static final OpenedCookie TOO_LONG = unusable(CookieOutcome.TOO_LONG);
    static final OpenedCookie DAMAGED = unusable(CookieOutcome.DAMAGED);
    static final OpenedCookie UNKNOWN_KEY = unusable(CookieOutcome.UNKNOWN_KEY);

    static OpenedCookie valid(SessionContent content, boolean currentKey, short scope) {
        return new OpenedCookie(CookieOutcome.VALID, content, currentKey, scope);
    }

    public static OpenedCookie imported(SessionContent content) {
        return new OpenedCookie(CookieOutcome.IMPORTED, content, true, (short) 0);
    }

    public static OpenedCookie unusable(CookieOutcome outcome) {
        return new OpenedCookie(outcome, null, true, (short) 0);
    }

    public boolean isValid() {
        return outcome == CookieOutcome.VALID;
    }

    public boolean isImported() {
        return outcome == CookieOutcome.IMPORTED;
    }
}
