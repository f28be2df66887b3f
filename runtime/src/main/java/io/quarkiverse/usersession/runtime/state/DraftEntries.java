package io.quarkiverse.usersession.runtime.state;

import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.runtime.format.EntryKey;

/**
 * The values of a session while a request works on them: as they are in the browser, and as they are to be. Not thread-safe.
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

    /** @param keepsFlash whether a flash value that is read stays for the next request, as nobody sees this response */
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
     * @return whether it was a change: a value that is equal to the one that is there is none
     * @throws SessionTooLargeException if it has no room; nothing is changed then
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
     * Sets a value of the session's own, which is no change of the application.
     *
     * @return false if it has no room
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
     * Takes a flash value that has been read out of the session.
     *
     * @return whether it was a change
     */
    boolean takeFlash(String key) {
        current = current.withoutFlash(key);
        return !keepsFlash;
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

    /** What nobody will see is not read: a flash value whose page answers a HEAD request is still there for the next GET. */
    SessionEntries toBeStored() {
        return keepsFlash ? unread : current;
    }

    boolean isToBeStored() {
        return !toBeStored().equals(stored);
    }

    boolean isChangedByApplication() {
        return !unread.equals(opened);
    }

    /** What the application is given to send. */
    HandedOut handOut() {
        return new HandedOut(toBeStored(), unread);
    }

    /** The browser will have what was handed out, unless it is changed again. */
    void sent(HandedOut sent) {
        stored = sent.stored();
        opened = sent.unread();
    }

    /**
     * What the application was last given to send.
     *
     * @param unread the same as if no flash value had been read
     */
    record HandedOut(SessionEntries stored, SessionEntries unread) {
    }
}
