package io.quarkiverse.usersession.runtime.state;

import java.util.LinkedHashMap;
import java.util.Map;

import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.JsonSize;

/**
 * The values of a session, plain and flash, and the entries of the extension itself. Each change creates a new object, so a
 * change can be abandoned, and compared with what the request brought.
 *
 * @param byEntryKey never changed after it was passed here
 * @param jsonBytes the size as JSON, in bytes. It is kept because each change of a session needs it and most changes are small
 */
record SessionEntries(Map<String, Object> byEntryKey, int jsonBytes) {

    static final SessionEntries NONE = new SessionEntries(Map.of());

    private SessionEntries(Map<String, Object> byEntryKey) {
        this(byEntryKey, JsonSize.of(byEntryKey));
    }

    /**
     * Called by every request that uses a session. The default method of a record takes several microseconds in a native
     * executable, where method handles are interpreted.
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof SessionEntries entries && byEntryKey.equals(entries.byEntryKey);
    }

    @Override
    public int hashCode() {
        return byEntryKey.hashCode();
    }

    Object plain(String key) {
        return byEntryKey.get(EntryKey.plain(key));
    }

    Object flash(String key) {
        return byEntryKey.get(EntryKey.flash(key));
    }

    boolean has(String key) {
        return plain(key) != null || flash(key) != null;
    }

    /** Whether there is nothing to keep in a cookie. */
    boolean isEmpty() {
        return byEntryKey.isEmpty();
    }

    /** Whether the application has stored anything. */
    boolean hasData() {
        return byEntryKey.keySet().stream().anyMatch(EntryKey::isOfApplication);
    }

    SessionEntries with(String entryKey, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(byEntryKey);
        Object former = more.put(entryKey, value);
        int growth = former != null ? JsonSize.of(value) - JsonSize.of(former)
                : JsonSize.ofEntry(entryKey, value) + (isEmpty() ? 0 : ",".length());
        return new SessionEntries(more, jsonBytes + growth);
    }

    SessionEntries withoutFlash(String key) {
        return withoutEntry(EntryKey.flash(key));
    }

    /** Without the plain and the flash value of that key. */
    SessionEntries without(String key) {
        return withoutEntry(EntryKey.plain(key)).withoutFlash(key);
    }

    /** Without the values of the application. */
    SessionEntries withoutData() {
        Map<String, Object> own = new LinkedHashMap<>(byEntryKey);
        own.keySet().removeIf(EntryKey::isOfApplication);
        return new SessionEntries(own);
    }

    SessionEntries withoutEntry(String entryKey) {
        if (!byEntryKey.containsKey(entryKey)) {
            return this;
        }
        Map<String, Object> fewer = new LinkedHashMap<>(byEntryKey);
        fewer.remove(entryKey);
        return new SessionEntries(fewer);
    }

    /** The values by the keys of the application. */
    Map<String, Object> data() {
        return EntryKey.data(byEntryKey);
    }

    /** Leaves out the data, because this text may end up in a log. */
    @Override
    public String toString() {
        return "SessionEntries[" + byEntryKey.size() + "]";
    }
}
