package io.quarkiverse.usersession.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.SessionValueException;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkiverse.usersession.runtime.values.Snapshots;
import io.quarkiverse.usersession.runtime.values.Unicode;
import io.quarkiverse.usersession.runtime.values.UnsuitableValueException;

/** Stores values as the application does: in the same form, and with the same limits. */
final class StoredValues {

    private final String session;
    private final CookieFormat format;
    private final Snapshots snapshot = new Snapshots(RunningApplication.typedValues());

    StoredValues(String session, CookieFormat format) {
        this.session = session;
        this.format = format;
    }

    /**
     * @param signedIn null if nobody is
     * @return the values by {@link EntryKey}
     */
    Map<String, Object> of(Map<String, ?> data, Map<String, Object> flash, SignedIn signedIn) {
        Map<String, Object> entries = new LinkedHashMap<>();
        data.forEach((key, value) -> entries.put(EntryKey.plain(key(key)), snapshot(key, value)));
        flash.forEach((key, value) -> entries.put(EntryKey.flash(key(key)), snapshot(key, value)));
        if (signedIn != null) {
            entries.put(EntryKey.SIGN_IN, snapshot.of(signedIn.toEntry()));
        }
        int bytes = format.cookieBytes(entries);
        if (bytes > CookieFormat.MAX_COOKIE_BYTES) {
            throw new SessionTooLargeException("Session '" + session + "' would need a cookie of " + bytes
                    + " bytes, and browsers accept at most " + CookieFormat.MAX_COOKIE_BYTES
                    + ": the application could not have stored this, give it less data", bytes,
                    CookieFormat.MAX_COOKIE_BYTES);
        }
        return entries;
    }

    private static String key(String key) {
        return Objects.requireNonNull(key, "the data has a key that is null");
    }

    private Object snapshot(String key, Object value) {
        try {
            Unicode.requireValid(key);
            return snapshot.of(value);
        } catch (UnsuitableValueException e) {
            throw new SessionValueException(
                    "Session '" + session + "', key " + EntryKey.shown(key) + ": " + e.getMessage());
        }
    }
}
