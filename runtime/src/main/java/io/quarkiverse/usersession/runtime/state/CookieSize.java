package io.quarkiverse.usersession.runtime.state;

import java.util.Comparator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.JsonSize;

/**
 * Keeps a session within the size that browsers accept. It is checked when the session grows, while an exception still helps.
 */
final class CookieSize {

    private static final Logger LOG = Logger.getLogger(CookieSize.class);

    private static final int LIMIT = CookieFormat.MAX_COOKIE_BYTES;
    private static final int NEARLY_FULL = LIMIT * 8 / 10;
    private static final int SHOWN_KEYS = 3;

    private final String name;
    private final CookieFormat format;
    private final AtomicBoolean warned = new AtomicBoolean();
    private final AtomicBoolean warnedOfUnbound = new AtomicBoolean();

    CookieSize(String name, CookieFormat format) {
        this.name = name;
        this.format = format;
    }

    boolean fits(SessionEntries entries) {
        return format.cookieBytes(entries.jsonBytes()) <= LIMIT;
    }

    /** @throws SessionTooLargeException if these entries don't fit into a cookie */
    void check(SessionEntries entries) {
        int bytes = format.cookieBytes(entries.jsonBytes());
        if (bytes > LIMIT) {
            throw new SessionTooLargeException("Session '" + name + "' would need a cookie of " + bytes
                    + " bytes, and browsers accept at most " + LIMIT + ". Its largest keys are " + largestKeys(entries)
                    + ". Keep large values in a StoredValue or a database, and only a key to them in the session", bytes,
                    LIMIT);
        }
        if (bytes > NEARLY_FULL && warned.compareAndSet(false, true)) {
            LOG.warnf("Session '%s' has grown to a cookie of %d bytes, and browsers accept at most %d. Its largest keys"
                    + " are %s. This warning is logged only once", name, bytes, LIMIT, largestKeys(entries));
        }
    }

    /** The cookie has no room to record that the sign-in is bound. Each request with that cookie finds this again. */
    void warnOfUnbound() {
        if (warnedOfUnbound.compareAndSet(false, true)) {
            LOG.warnf("Session '%s': a sign-in could not be bound to its browser, because the cookie has no room to record it."
                    + " Keep large values elsewhere, with only a key in the session. This warning is logged only once", name);
        }
    }

    private static String largestKeys(SessionEntries entries) {
        return entries.byEntryKey().entrySet().stream()
                .map(entry -> new KeySize(entry.getKey(), JsonSize.ofEntry(entry.getKey(), entry.getValue())))
                .sorted(Comparator.comparingInt(KeySize::bytes).reversed())
                .limit(SHOWN_KEYS)
                .map(KeySize::toString)
                .collect(Collectors.joining(", "));
    }

    private record KeySize(String entryKey, int bytes) {

        @Override
        public String toString() {
            return EntryKey.shown(EntryKey.name(entryKey)) + " (" + bytes + " bytes)";
        }
    }
}
