package io.quarkiverse.usersession.runtime.state;

import java.lang.reflect.Type;
import java.time.Instant;

import io.quarkiverse.usersession.StoredValueException;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.StoredReference;

/** What the session of a request knows about one value in another store. */
public final class StoredEntry {

    private final SessionDefinition definition;
    private final SessionState session;
    private final String key;
    private final String entryKey;

    public StoredEntry(SessionDefinition definition, SessionState session, String key) {
        this.definition = definition;
        this.session = session;
        this.key = key;
        this.entryKey = EntryKey.stored(key);
    }

    public String key() {
        return key;
    }

    /** How a message about it begins. */
    public String shown() {
        return "Session '" + definition.name() + "', key " + EntryKey.shown(key) + ": ";
    }

    /**
     * The state that must be unchanged when a value has been written.
     *
     * @param reference null if there was no value
     * @param beginnings how often the session had begun
     */
    public record Mark(StoredReference reference, int beginnings) {
    }

    public Mark mark() {
        synchronized (session) {
            SessionDraft draft = session.draft();
            return new Mark(reference(draft), draft.values().beginnings());
        }
    }

    /** @return null if the session has none */
    public StoredReference reference() {
        return mark().reference();
    }

    private StoredReference reference(SessionDraft draft) {
        return StoredReference.of(draft.entries().byEntryKey().get(entryKey));
    }

    /** How many seconds the session still lives, at least one. */
    public long secondsLeft() {
        Instant expiresAt = session.expiresAt();
        return Math.max(1, expiresAt.getEpochSecond() - definition.now());
    }

    /** The same for the cookie that the session gets when it is changed now. */
    public long secondsLeftOnceWritten() {
        synchronized (session) {
            long millis = definition.millis();
            return Math.max(1, session.draft().written(millis).expiresAt(definition.lifetimes())
                    - SessionDefinition.seconds(millis));
        }
    }

    /** @param type the type as which the value is always read */
    public Object snapshot(Object value, Type type) {
        return definition.values().snapshot(key, value, type);
    }

    public <T> T convert(Type type, Object plain) {
        return definition.values().convert(key, type, plain);
    }

    /** @throws io.quarkiverse.usersession.SessionCommittedException if it is too late to change the session */
    public void checkChange() {
        session.change("set", key, draft -> {
        });
    }

    /**
     * Makes the session refer to a value.
     *
     * @param before the state before the value was written
     * @return the former reference; null if there was none
     * @throws RuntimeException if this is not possible; then the session is unchanged
     */
    public StoredReference refer(StoredReference reference, Mark before) {
        StoredReference[] former = new StoredReference[1];
        session.change("set", key, draft -> {
            former[0] = reference(draft);
            if (draft.values().beginnings() != before.beginnings() || former[0] == null && before.reference() != null) {
                throw new StoredValueException(shown() + "the value was removed from the session while a new one was being"
                        + " written, so the new one was not kept: don't do both at the same time");
            }
            draft.set(entryKey, reference.toEntry());
        });
        return former[0];
    }

    /** @return the former reference; null if there was none */
    public StoredReference forget() {
        StoredReference[] former = new StoredReference[1];
        session.change("unset", key, draft -> {
            former[0] = reference(draft);
            draft.unsetEntry(entryKey);
        });
        return former[0];
    }
}
