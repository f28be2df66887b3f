package io.quarkiverse.usersession.runtime.format;

/**
 * A cookie that was opened, or the reason why it could not be.
 *
 * @param content what was in it; null unless the outcome is {@link CookieOutcome#VALID}
 */
public record OpenedCookie(CookieOutcome outcome, SessionContent content) {

    public static final OpenedCookie ABSENT = new OpenedCookie(CookieOutcome.ABSENT, null);
    static final OpenedCookie TOO_LONG = new OpenedCookie(CookieOutcome.TOO_LONG, null);
    static final OpenedCookie DAMAGED = new OpenedCookie(CookieOutcome.DAMAGED, null);
    static final OpenedCookie UNKNOWN_KEY = new OpenedCookie(CookieOutcome.UNKNOWN_KEY, null);

    static OpenedCookie valid(SessionContent content) {
        return new OpenedCookie(CookieOutcome.VALID, content);
    }

    public boolean isValid() {
        return outcome == CookieOutcome.VALID;
    }
}
