package io.quarkiverse.usersession.runtime.cookie;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.foreign.ForeignFormat;
import io.quarkiverse.usersession.runtime.foreign.OpenedForeignCookie;
import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.EntryKey;

/**
 * Takes over the sessions that another system has in its users' browsers, until a day on which that ends.
 */
public final class Importer {

    private static final Logger LOG = Logger.getLogger(Importer.class);

    private final String cookieName;
    private final ForeignFormat format;
    private final Map<String, String> newKeys;
    private final long end;

    /**
     * @param cookieName the name of the other system's cookie
     * @param newKeys what its top-level keys are called here; those that are not in it keep their names
     * @param end the first second, since the epoch, at which nothing is imported any more
     */
    public Importer(String cookieName, ForeignFormat format, Map<String, String> newKeys, long end) {
        this.cookieName = cookieName;
        this.format = format;
        this.newKeys = Map.copyOf(newKeys);
        this.end = end;
    }

    public String cookieName() {
        return cookieName;
    }

    /** The values of the first cookie that opens, by {@link EntryKey}, or null if there is none. */
    public Map<String, Object> open(List<String> cookieHeaders, long now) {
        if (now >= end) {
            return null;
        }
        for (String value : CookieHeader.values(cookieHeaders, cookieName)) {
            OpenedForeignCookie cookie = format.open(value, now);
            LOG.debugf("Cookie '%s' to be imported is %s", cookieName, cookie.outcome());
            if (cookie.outcome() == CookieOutcome.VALID) {
                return renamed(cookie.entries());
            }
        }
        return null;
    }

    private Map<String, Object> renamed(Map<String, Object> entries) {
        Map<String, Object> renamed = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : entries.entrySet()) {
            String key = EntryKey.name(entry.getKey());
            String newKey = newKeys.getOrDefault(key, key);
            renamed.put(EntryKey.isFlash(entry.getKey()) ? EntryKey.flash(newKey) : EntryKey.plain(newKey), entry.getValue());
        }
        return renamed;
    }
}
