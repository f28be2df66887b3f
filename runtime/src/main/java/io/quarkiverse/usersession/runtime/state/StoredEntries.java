package io.quarkiverse.usersession.runtime.state;

import java.util.Map;

import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.StoredReference;

/** Tells the store of large values what happens to the values that a session refers to. */
record StoredEntries(ReferencedValues values, Map<String, Object> byEntryKey) {

    static void remove(SessionDefinition definition, SessionEntries entries) {
        if (definition.referenced() != null) {
            new StoredEntries(definition.referenced(), entries.byEntryKey()).tell(0);
        }
    }

    static void prolong(SessionDefinition definition, SessionEntries entries, long seconds) {
        if (definition.referenced() != null) {
            new StoredEntries(definition.referenced(), entries.byEntryKey()).tell(seconds);
        }
    }

    private void tell(long seconds) {
        for (Map.Entry<String, Object> entry : byEntryKey.entrySet()) {
            StoredReference reference = EntryKey.isStored(entry.getKey()) ? StoredReference.of(entry.getValue()) : null;
            if (reference == null) {
                continue;
            }
            if (seconds == 0) {
                values.remove(reference);
            } else {
                values.prolong(reference, seconds);
            }
        }
    }
}
