package io.quarkiverse.usersession.runtime.state;

import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;
import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.format.SessionId;

/**
 * The state of a session since its cookie was opened, and what a response has to do about it. It knows nothing of requests,
 * threads and messages, unlike {@link SessionState}.
 */
final class SessionDraft {

    /** After this time a response is late: another one may have signed the user out meanwhile. */
    private static final long LATE_MILLIS = 2_000;

    private final SessionDefinition definition;
    private final OpenedCookie cookie;
    private final long openedAt; // in milliseconds
    private final DraftEntries entries;
    private final DraftSignIn signIn;

    private SessionId id; // null until it is asked for, when it is to be a new one
    private SessionTimes times;
    private boolean unconfirmed; // somebody is signed in whose sign-in may have been ended, so that it must not live longer

    private Commit.Kind refresh; // why the cookie is to be replaced by one with the same content; null if it is not
    private boolean fresh;
    private boolean reissue; // to be written though no value has changed
    private boolean destroyed;

    private boolean changed; // since the application was last given the cookie
    private HandedOut handedOut; // null if it never was
    private String handedOutCookie; // its value, empty if it is expired

    /**
     * @param millis when the cookie was opened
     * @param keepsFlash whether a flash value that is read stays for the next request, because nobody sees this response
     */
    SessionDraft(SessionDefinition definition, OpenedCookie cookie, long millis, boolean keepsFlash) {
        this.definition = definition;
        this.cookie = cookie;
        this.openedAt = millis;
        this.entries = new DraftEntries(definition, keepsFlash);
        this.signIn = new DraftSignIn(definition, cookie, entries);
        long now = SessionDefinition.seconds(millis);
        if (cookie.isValid()) {
            resume();
            unconfirmed = definition.registry() != null && signedIn() != null;
            refresh = Commit.Kind.refreshing(cookie, !unconfirmed && times.isRenewalDue(definition.lifetimes(), now));
        } else if (cookie.isImported() && !cookie.content().entries().isEmpty()) {
            resume();
        } else {
            begin(now);
        }
    }

    private void resume() {
        SessionContent content = cookie.content();
        id = content.id();
        times = SessionTimes.of(content, definition.lifetimes());
        entries.resume(new SessionEntries(content.entries(), cookie.jsonBytes()), !cookie.isImported());
    }

    private void begin(long now) {
        id = null;
        times = SessionTimes.beginning(now, definition.lifetimes());
        entries.resume(SessionEntries.NONE, true);
        unconfirmed = false;
        refresh = null;
        fresh = true;
        reissue = false;
    }

    SessionId id() {
        if (id == null) {
            id = definition.format().newId();
        }
        return id;
    }

    SessionEntries entries() {
        return entries.current();
    }

    DraftEntries values() {
        return entries;
    }

    boolean isNew() {
        return fresh;
    }

    long createdAt() {
        return times.createdAt();
    }

    /**
     * The time in seconds at which the session expires. If there will be a new cookie, its time counts.
     *
     * @param committed whether the response can no longer set a cookie
     */
    long expiresAt(boolean committed) {
        SessionTimes effective = times;
        if (!committed && (fresh || isToBeWritten())) {
            long millis = definition.millis();
            if (fresh || !canWait(millis)) {
                effective = written(SessionDefinition.seconds(millis));
            }
        }
        return effective.expiresAt(definition.lifetimes());
    }

    DraftSignIn signIn() {
        return signIn;
    }

    /** @return null if nobody is signed in */
    SignedIn signedIn() {
        return entries.signedIn();
    }

    /** The sign-in of this session has not ended, so the session may be renewed. */
    void confirm() {
        if (unconfirmed) {
            unconfirmed = false;
            refresh = Commit.Kind.refreshing(cookie,
                    times.isRenewalDue(definition.lifetimes(), SessionDefinition.seconds(openedAt)));
        }
    }

    /**
     * The browser has proven that it owns the sign-in, and must prove it from now on.
     *
     * @return false if the cookie has no room to record this
     */
    boolean bind() {
        boolean noted = signIn.bind();
        refresh = noted && refresh == null ? Commit.Kind.BIND : refresh;
        return noted;
    }

    /**
     * Storing an equal value changes nothing.
     *
     * @throws SessionTooLargeException if there is no room; then nothing is changed
     */
    void set(String entryKey, Object value) {
        changed |= entries.set(entryKey, value);
    }

    /** Removes a flash value that has been read. */
    void takeFlash(String key) {
        changed |= entries.takeFlash(key);
    }

    void unset(String key) {
        changed |= entries.unset(key);
    }

    void unsetEntry(String entryKey) {
        changed |= entries.unsetEntry(entryKey);
    }

    void clear() {
        entries.clear();
        changed = true;
    }

    void maxAge(long seconds) {
        times = times.withOwnLifetime(Math.min(seconds, definition.lifetimes().maxAge()));
        reissue();
    }

    void renew() {
        id = null;
        reissue();
    }

    private void reissue() {
        reissue = true;
        changed = true;
    }

    void destroy() {
        StoredEntries.remove(definition, entries.current());
        begin(definition.now());
        destroyed = true;
        changed = true;
    }

    /**
     * The data of another user is removed.
     *
     * @param entry what the session remembers about the user
     * @throws SessionTooLargeException if there is no room; then nothing is changed
     */
    void signIn(String principal, Object entry) {
        SignedIn former = signedIn();
        if (former == null || former.principal().equals(principal)) {
            entries.set(EntryKey.SIGN_IN, entry);
        } else {
            definition.size().check(SessionEntries.NONE.with(EntryKey.SIGN_IN, entry));
            StoredEntries.remove(definition, entries.current());
            begin(definition.now());
            entries.set(EntryKey.SIGN_IN, entry);
        }
        unconfirmed = false;
        renew();
    }

    /** Continues with a new and empty session. This alone does not count as a change. */
    void abandon() {
        begin(definition.now());
    }

    boolean isChanged() {
        return changed;
    }

    /** Whether the application has changed the session, other than by reading flash values, since it last got the cookie. */
    boolean hasChanges() {
        return changed && isChangedByApplication();
    }

    /** Whether a {@link #commit} may have something for the response to do. */
    boolean isCommitDue() {
        return handedOut != null || changed || isToBeWritten() || cookie.isDead();
    }

    /** What the application must send to the browser about the session as it is now. */
    Commit handOut() {
        Commit commit = isDestroyed() ? withoutContent(Commit.Kind.EXPIRE) : write(kind(), definition.now());
        changed = false;
        handedOut = entries.handOut();
        handedOutCookie = null;
        return commit;
    }

    /** @param cookieValue the value of the cookie of {@link #handOut}; empty if that cookie is removed */
    void handedOut(String cookieValue) {
        handedOutCookie = cookieValue;
    }

    /**
     * Decides what the response must do. A cookie that the application has written itself stays: of two cookies, the browser
     * would keep the last, which could bring back a session that the first has ended.
     *
     * @param written the value of this session's cookie that is already in the response; null if there is none
     */
    Commit commit(String written) {
        if (written != null) {
            if (!changed || !written.equals(handedOutCookie)) {
                boolean same = isDestroyed() && written.isEmpty();
                return commit(Commit.Kind.NONE, null, 0, hasChanges() && !same);
            }
            entries.sent(handedOut);
            refresh = null;
        }
        if (isDestroyed()) {
            return withoutContent(Commit.Kind.EXPIRE);
        }
        boolean toBeWritten = isToBeWritten();
        boolean twins = cookie.former() != null && (written != null || areTwins());
        if (!toBeWritten && !cookie.isDead() && !endsImport() && !twins) {
            return Commit.NOTHING;
        }
        long millis = definition.millis();
        if (canWait(millis)) {
            return Commit.LATE;
        }
        if (toBeWritten) {
            return write(kind(), SessionDefinition.seconds(millis));
        }
        return withoutContent(cookie.isDead() ? Commit.Kind.EXPIRE : Commit.Kind.NONE);
    }

    private Commit write(Commit.Kind kind, long now) {
        times = written(now);
        long maxAge = times.expiresAt(definition.lifetimes()) - now;
        if (maxAge <= 0) {
            return withoutContent(Commit.Kind.EXPIRE); // the absolute timeout has come while the request was answered
        }
        StoredEntries.prolong(definition, entries.toBeStored(), maxAge);
        return commit(kind, new SessionContent(id(), times.createdAt(), times.issuedAt(), times.sealedLifetime(),
                times.ownLifetime(), entries.toBeStored().byEntryKey()), maxAge, false);
    }

    SessionTimes written(long now) {
        return unconfirmed ? times.rewritten(now, definition.lifetimes()) : times.issued(now);
    }

    private Commit withoutContent(Commit.Kind kind) {
        return commit(kind, null, 0, false);
    }

    private Commit commit(Commit.Kind kind, SessionContent content, long maxAge, boolean lost) {
        return new Commit(kind, content, maxAge, lost, endsImport(), cookie.former());
    }

    private boolean endsImport() {
        return destroyed || cookie.isImported();
    }

    private Commit.Kind kind() {
        return refresh == null || hasNewContent() ? Commit.Kind.SET : refresh;
    }

    private boolean isToBeWritten() {
        return refresh != null || hasNewContent();
    }

    private boolean hasNewContent() {
        return reissue || entries.isToBeStored();
    }

    /**
     * Whether the cookies with former scopes are no longer needed, because the session has a cookie with the current scope, or
     * because they are dead. A session whose sign-in was refused has no cookie.
     */
    private boolean areTwins() {
        return cookie.isValid() ? !fresh && !cookie.isFormer() : cookie.outcome().isDead();
    }

    /** Whether the application has ended the session that the browser brought. */
    boolean endsSession() {
        return destroyed;
    }

    private boolean isDestroyed() {
        return destroyed && entries.isEmpty();
    }

    private boolean isChangedByApplication() {
        return destroyed || reissue || entries.isChangedByApplication();
    }

    /**
     * Whether the next request can do this commit too, because the application did not cause it. A late response leaves it to
     * that one: the user may have signed out or in, and this cookie would bring back the former session or remove the new one.
     */
    private boolean canWait(long millis) {
        return millis - openedAt > LATE_MILLIS && !isChangedByApplication()
                && !(refresh != null && times.isHalfOver(definition.lifetimes(), SessionDefinition.seconds(millis)));
    }
}
