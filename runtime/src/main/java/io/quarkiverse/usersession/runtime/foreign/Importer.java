package io.quarkiverse.usersession.runtime.foreign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.cookie.CookieHeader;
import io.quarkiverse.usersession.runtime.cookie.Tries;
import io.quarkiverse.usersession.runtime.format.EntryKey;

/**
 * Imports the sessions that another system has in its users' browsers, until a fixed day.
 */
public final class Importer {

    private static final Logger LOG = Logger.getLogger(Importer.class);

    private final CookieAttributes cookie;
    private final ForeignFormat format;
    private final UnaryOperator<String> newKeys;
    private final long end;
    private final LeftOutWarnings leftOut;

    /**
     * @param cookie the other system's cookie, with the attributes to remove it
     * @param newKeys returns the new name of a top-level key; null if the key keeps its name
     * @param end the second, since the epoch, from which on nothing is imported
     */
    public Importer(CookieAttributes cookie, ForeignFormat format, UnaryOperator<String> newKeys, long end) {
        this.cookie = cookie;
        this.format = format;
        this.newKeys = newKeys;
        this.end = end;
        this.leftOut = new LeftOutWarnings(cookie.name());
    }

    public CookieAttributes cookie() {
        return cookie;
    }

    /** Opens the first cookie that can be opened; null if there is none. */
    public OpenedForeignCookie open(List<String> cookieHeaders, long now) {
        if (now >= end) {
            return null;
        }
        OpenedForeignCookie opened = firstValid(cookieHeaders, now);
        if (opened == null) {
            return null;
        }
        leftOut.warnOf(opened.leftOut());
        return opened.withEntries(renamed(opened.entries()));
    }

    private OpenedForeignCookie firstValid(List<String> cookieHeaders, long now) {
        CookieHeader cookies = new CookieHeader(cookieHeaders, cookie.name());
        Tries tries = new Tries();
        OpenedForeignCookie valid = null;
        while (valid == null && !tries.wereTooFew() && cookies.next()) {
            if (tries.take(format.refusal(cookies.line(), cookies.from(), cookies.to()))) {
                OpenedForeignCookie opened = format.open(cookies.value(), now);
                LOG.debugf("Cookie '%s' to be imported: outcome %s", cookie.name(), opened.outcome());
                valid = opened.isValid() ? opened : null;
            }
        }
        tries.log(cookie.name());
        return valid;
    }

    /** Removes the values that are too large even alone. */
    public Map<String, Object> withoutLarge(Map<String, Object> entries, Predicate<Map<String, Object>> tooLarge) {
        Map<String, Object> rest = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : entries.entrySet()) {
            if (tooLarge.test(Map.of(entry.getKey(), entry.getValue()))) {
                leftOut.warnOf(LeftOut.Value.tooLarge(EntryKey.name(entry.getKey())));
            } else {
                rest.put(entry.getKey(), entry.getValue());
            }
        }
        return rest;
    }

    private Map<String, Object> renamed(Map<String, Object> entries) {
        // what has a new key is the one meant by it, if there is another value with that key
        Map<String, Object> renamed = new LinkedHashMap<>(entries);
        for (String entryKey : entries.keySet()) {
            if (newKey(entryKey) != null) {
                renamed.remove(entryKey);
            }
        }
        for (Map.Entry<String, Object> entry : entries.entrySet()) {
            String newKey = newKey(entry.getKey());
            if (newKey != null) {
                renamed.put(EntryKey.isFlash(entry.getKey()) ? EntryKey.flash(newKey) : EntryKey.plain(newKey),
                        entry.getValue());
            }
        }
        return renamed;
    }

    /** The new key; null if the entry keeps its key. */
    private String newKey(String entryKey) {
        return newKeys.apply(EntryKey.name(entryKey));
    }
}
