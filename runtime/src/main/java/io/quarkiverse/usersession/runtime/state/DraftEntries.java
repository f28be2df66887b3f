package io.quarkiverse.usersession.runtime.state;

import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.runtime.format.EntryKey;

/**
 * The values of a session while a request works on them: those that the browser has, and those that it will have. Not
 * thread-safe.
 */
final class DraftEntries {

    private final SessionDefinition definition;
    private final boolean keepsFlash;

    private SessionEntries stored = SessionEntries.NONE; // as they are in the browser's cookie
    private SessionEntries opened = SessionEntries.NONE; // the same, and what was imported
    private SessionEntries current = SessionEntries.NONE;
    private SessionEntries unread = SessionEntries.NONE; // as if no flash value had been read: what the application changes

    private int beginnings;

    private Object signInEntry; // of which the next is made
    private SignedIn signedIn;

    /** @param keepsFlash whether a flash value that is read stays for the next request, because nobody sees this response */
    DraftEntries(SessionDefinition definition, boolean keepsFlash) {
        this.definition = definition;
        this.keepsFlash = keepsFlash;
    }

    /** @param inCookie whether they are in a cookie of ours already, and not imported */
    void resume(SessionEntries entries, boolean inCookie) {
        beginnings++;
        stored = inCookie ? entries : SessionEntries.NONE;
        opened = entries;
        current = entries;
        unread = entries;
    }

    /** How many sessions it has been about. */
    int beginnings() {
        return beginnings;
    }

    SessionEntries current() {
        return current;
    }

    /** @return null if nobody is signed in; the same as long as the entry is, as a request asks several times */
    SignedIn signedIn() {
        Object entry = current.byEntryKey().get(EntryKey.SIGN_IN);
        if (entry != signInEntry) {
            signInEntry = entry;
            signedIn = SignedIn.of(entry);
        }
        return signedIn;
    }

    boolean isEmpty() {
        return current.isEmpty();
    }

    /**
     * @return whether this changed the session: storing an equal value does not
     * @throws SessionTooLargeException if there is no room; then nothing is changed
     */
    boolean set(String entryKey, Object value) {
        if (value.equals(current.byEntryKey().get(entryKey))) {
            return false;
        }
        SessionEntries grown = current.with(entryKey, value);
        SessionEntries grownUnread = unread == current ? grown : unread.with(entryKey, value);
        definition.size().check(keepsFlash ? grownUnread : grown);
        current = grown;
        unread = grownUnread;
        return true;
    }

    /**
     * Sets a value of the extension itself, which does not count as a change by the application.
     *
     * @return false if there is no room
     */
    boolean note(String entryKey, Object value) {
        if (!hasRoom(entryKey, value)) {
            return false;
        }
        SessionEntries noted = current.with(entryKey, value);
        SessionEntries notedUnread = unread == current ? noted : unread.with(entryKey, value);
        stored = stored.with(entryKey, value);
        opened = opened.with(entryKey, value);
        current = noted;
        unread = notedUnread;
        return true;
    }

    boolean hasRoom(String entryKey, Object value) {
        return definition.size().fits(toBeStored().with(entryKey, value));
    }

    /**
     * Removes a flash value that has been read.
     *
     * @return whether it was a change
     */
    boolean takeFlash(String key) {
        current = current.withoutFlash(key);
        return !keepsFlash;
    }

    /** @return the flash value under that key if it has been read, and not removed since then; null otherwise */
    Object readFlash(String key) {
        return current.has(key) ? null : unread.flash(key);
    }

    /** @return whether it was a change */
    boolean unset(String key) {
        SessionEntries rest = unread.without(key);
        if (rest == unread) {
            return false;
        }
        current = unread == current ? rest : current.without(key);
        unread = rest;
        return true;
    }

    /** @return whether it was a change */
    boolean unsetEntry(String entryKey) {
        SessionEntries rest = unread.withoutEntry(entryKey);
        if (rest == unread) {
            return false;
        }
        current = unread == current ? rest : current.withoutEntry(entryKey);
        unread = rest;
        return true;
    }

    void clear() {
        StoredEntries.remove(definition, current);
        current = current.withoutData();
        unread = current;
    }

    /**
     * A flash value that nobody sees does not count as read: if it was read for a {@code HEAD} request, it is still there for
     * the next {@code GET}.
     */
    SessionEntries toBeStored() {
        return keepsFlash ? unread : current;
    }

    boolean isToBeStored() {
        return !toBeStored().equals(stored);
    }

    boolean isChangedByApplication() {
        return !unread.equals(opened);
    }

    /** Records what is handed to the application to send. */
    HandedOut handOut() {
        return new HandedOut(toBeStored(), unread);
    }

    /** The browser will get what was handed out, unless the session is changed again. */
    void sent(HandedOut sent) {
        stored = sent.stored();
        opened = sent.unread();
    }
}
