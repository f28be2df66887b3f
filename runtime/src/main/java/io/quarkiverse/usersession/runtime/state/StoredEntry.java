package io.quarkiverse.usersession.runtime.state;

import java.lang.reflect.Type;
import java.time.Instant;

import io.quarkiverse.usersession.StoredValueException;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.StoredReference;

/** What the session of a request says about one value that is stored elsewhere. */
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
     * What a value that is being written has to find as it was.
     *
     * @param reference null if there was no value
     * @param beginnings how often the session had begun
     */
    public record Mark(StoredReference reference, int beginnings) {
    }

    public Mark mark() {
        synchronized (session) {
            SessionDraft draft = session.draft();
            return new Mark(reference(draft), draft.beginnings());
        }
    }

    /** @return null if the session has none */
    public StoredReference reference() {
        return mark().reference();
    }

    private StoredReference reference(SessionDraft draft) {
        return StoredReference.of(draft.entries().byEntryKey().get(entryKey));
    }

    /** How many seconds the session lives from now on, at least one. */
    public long secondsLeft() {
        Instant expiresAt = session.expiresAt();
        return Math.max(1, expiresAt.getEpochSecond() - definition.now());
    }

    /** The same for the cookie that the session gets when it is changed now. */
    public long secondsLeftOnceWritten() {
        synchronized (session) {
            long now = definition.now();
            return Math.max(1, session.draft().written(now).expiresAt(definition.lifetimes()) - now);
        }
    }

    /** @param type as which it is always read */
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
     * @param before how it was before the value was written
     * @return what it referred to; null if to nothing
     * @throws RuntimeException if it can't: it is as it was then
     */
    public StoredReference refer(StoredReference reference, Mark before) {
        StoredReference[] former = new StoredReference[1];
        session.change("set", key, draft -> {
            former[0] = reference(draft);
            if (draft.beginnings() != before.beginnings() || former[0] == null && before.reference() != null) {
                throw new StoredValueException(shown() + "the value was removed from the session while a new one was being"
                        + " written, which is not kept: don't do both at a time");
            }
            draft.set(entryKey, reference.toEntry());
        });
        return former[0];
    }

    /** @return what the session referred to; null if to nothing */
    public StoredReference forget() {
        StoredReference[] former = new StoredReference[1];
        session.change("unset", key, draft -> {
            former[0] = reference(draft);
            draft.unsetEntry(entryKey);
        });
        return former[0];
    }
}
