package io.quarkiverse.usersession.runtime.foreign;

import java.util.Map;

import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.EntryKey;

/**
 * A cookie of another system that was opened, or the reason why it could not be.
 *
 * @param entries the values by {@link EntryKey}, in plain JSON types and unmodifiable; null unless the outcome is
 *        {@link CookieOutcome#VALID}
 */
public record OpenedForeignCookie(CookieOutcome outcome, Map<String, Object> entries) {

    static final OpenedForeignCookie TOO_LONG = new OpenedForeignCookie(CookieOutcome.TOO_LONG, null);
    static final OpenedForeignCookie DAMAGED = new OpenedForeignCookie(CookieOutcome.DAMAGED, null);

    static OpenedForeignCookie valid(Map<String, Object> entries) {
        return new OpenedForeignCookie(CookieOutcome.VALID, entries);
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
