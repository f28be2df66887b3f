package io.quarkiverse.usersession.runtime.foreign;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.format.EntryKey;

/**
 * Warns about values that are not imported, so that somebody notices. It warns once for each key and type, up to a limit.
 */
public final class LeftOutWarnings {

    private static final Logger LOG = Logger.getLogger(LeftOutWarnings.class);

    static final int MAX_WARNINGS = 100;

    private final String cookieName;
    private final Set<LeftOut.Value> warnedOf = ConcurrentHashMap.newKeySet();

    public LeftOutWarnings(String cookieName) {
        this.cookieName = cookieName;
    }

    public void warnOf(Set<LeftOut.Value> leftOut) {
        for (LeftOut.Value value : leftOut) {
            warnOf(value);
        }
    }

    public void warnOf(LeftOut.Value value) {
        if (warnedOf.contains(value) || warnedOf.size() >= MAX_WARNINGS || !warnedOf.add(value)) {
            return;
        }
        LOG.warnf(
                "Cookie '%s' to be imported: %s is left out because it is %s. This warning is logged only once for each key and"
                        + " type",
                cookieName, value.key() == null ? "a value" : "a value of key " + EntryKey.shown(value.key()), value.what());
    }
}
