package io.quarkiverse.usersession.runtime.foreign;

import java.util.Map;
import java.util.Set;

import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.EntryKey;

/**
 * A cookie of another system that was opened, or the reason why it could not be opened.
 *
 * @param entries the values by {@link EntryKey}, in plain JSON types and unmodifiable; null unless the outcome is
 *        {@link CookieOutcome#VALID}
 * @param createdAt when the session was created, in seconds since the epoch: when the cookie was written, or now if the cookie
 *        does not tell; zero unless the outcome is {@link CookieOutcome#VALID}
 * @param leftOut the values of the cookie that were left out
 */
public record OpenedForeignCookie(CookieOutcome outcome, Map<String, Object> entries, long createdAt,
        Set<LeftOut.Value> leftOut) {

    static final OpenedForeignCookie TOO_LONG = unusable(CookieOutcome.TOO_LONG);
    static final OpenedForeignCookie DAMAGED = unusable(CookieOutcome.DAMAGED);

    public static OpenedForeignCookie valid(Map<String, Object> entries, long createdAt, Set<LeftOut.Value> leftOut) {
        return new OpenedForeignCookie(CookieOutcome.VALID, entries, createdAt, leftOut);
    }

    public static OpenedForeignCookie unusable(CookieOutcome outcome) {
        return new OpenedForeignCookie(outcome, null, 0, Set.of());
    }

    public OpenedForeignCookie withEntries(Map<String, Object> others) {
        return new OpenedForeignCookie(outcome, others, createdAt, leftOut);
    }

    public boolean isValid() {
        return outcome == CookieOutcome.VALID;
    }

    /** Without the data: this text may end up in a log. */
    @Override
    public String toString() {
        return "OpenedForeignCookie[" + outcome + (entries == null ? "]" : ", " + entries.size() + " entries]");
    }
}
