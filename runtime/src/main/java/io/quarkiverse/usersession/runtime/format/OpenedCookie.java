package io.quarkiverse.usersession.runtime.format;

/**
 * A cookie that was opened, or the reason why it could not be opened.
 *
 * @param content what was in it; null unless the outcome is {@link CookieOutcome#VALID} or
 *        {@link CookieOutcome#IMPORTED}
 * @param jsonBytes the size of the content's entries as JSON, in bytes; 0 without content
 * @param currentKey false if it was sealed with an accepted secret, so that it must be sealed again
 * @param former the cookies that were set with another scope than the current one, possibly including this one; null if there
 *        are none
 */
public record OpenedCookie(CookieOutcome outcome, SessionContent content, int jsonBytes, boolean currentKey,
        FormerCookies former) {

    private static final OpenedCookie[] UNUSABLE = unusable();

    public static final OpenedCookie ABSENT = unusable(CookieOutcome.ABSENT);
    public static final OpenedCookie TOO_MANY = unusable(CookieOutcome.TOO_MANY);
    static final OpenedCookie TOO_LONG = unusable(CookieOutcome.TOO_LONG);
    static final OpenedCookie DAMAGED = unusable(CookieOutcome.DAMAGED);
    static final OpenedCookie UNKNOWN_KEY = unusable(CookieOutcome.UNKNOWN_KEY);
    static final OpenedCookie LATER_VERSION = unusable(CookieOutcome.LATER_VERSION);

    /** @param former this cookie if it has a former scope, otherwise null */
    static OpenedCookie valid(SessionContent content, int jsonBytes, boolean currentKey, FormerCookies former) {
        return new OpenedCookie(CookieOutcome.VALID, content, jsonBytes, currentKey, former);
    }

    public static OpenedCookie imported(SessionContent content) {
        return new OpenedCookie(CookieOutcome.IMPORTED, content, JsonSize.of(content.entries()), true, null);
    }

    /** Always the same object, because a request may bring very many. */
    public static OpenedCookie unusable(CookieOutcome outcome) {
        return UNUSABLE[outcome.ordinal()];
    }

    private static OpenedCookie[] unusable() {
        OpenedCookie[] unusable = new OpenedCookie[CookieOutcome.values().length];
        for (CookieOutcome outcome : CookieOutcome.values()) {
            unusable[outcome.ordinal()] = new OpenedCookie(outcome, null, 0, true, null);
        }
        return unusable;
    }

    /** The same cookie, but it can't be used. */
    public OpenedCookie as(CookieOutcome reason) {
        return former == null ? unusable(reason) : new OpenedCookie(reason, null, 0, true, former);
    }

    public OpenedCookie with(FormerCookies others) {
        return new OpenedCookie(outcome, content, jsonBytes, currentKey, others);
    }

    public boolean isValid() {
        return outcome == CookieOutcome.VALID;
    }

    public boolean isImported() {
        return outcome == CookieOutcome.IMPORTED;
    }

    /** Whether it was set with another domain, path or partitioning than is configured now. */
    public boolean isFormer() {
        return former != null && former.ofSession();
    }

    /** Whether it is certainly a cookie of ours that can no longer be used, and has the current scope as far as is known. */
    public boolean isDead() {
        return outcome.isDead() && !isFormer();
    }
}
