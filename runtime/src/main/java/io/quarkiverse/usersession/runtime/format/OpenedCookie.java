package io.quarkiverse.usersession.runtime.format;

/**
 * A cookie that was opened, or the reason why it could not be.
 *
 * @param content what was in it; null unless the outcome is {@link CookieOutcome#VALID} or
 *        {@link CookieOutcome#IMPORTED}
 * @param jsonBytes how many bytes of JSON the entries of the content are; 0 without a content
 * @param currentKey false if it was sealed with a secret that is only accepted, and so has to be sealed anew
 * @param former those that were set under another scope than the present one, this one perhaps among them; null if there are
 *        none
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

    /** @param former itself if it is of a former scope, otherwise null */
    static OpenedCookie valid(SessionContent content, int jsonBytes, boolean currentKey, FormerCookies former) {
        return new OpenedCookie(CookieOutcome.VALID, content, jsonBytes, currentKey, former);
    }

    public static OpenedCookie imported(SessionContent content) {
        return new OpenedCookie(CookieOutcome.IMPORTED, content, JsonSize.of(content.entries()), true, null);
    }

    /** Always the same one: a request may bring very many. */
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

    /** The same cookie, which can't be used after all. */
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

    /** Whether it is certainly a cookie of ours that can't be used any more, and is of the present scope as far as is known. */
    public boolean isDead() {
        return outcome.isDead() && !isFormer();
    }
}
