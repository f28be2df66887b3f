package io.quarkiverse.usersession.runtime.state;

import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;
import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.format.SessionId;

/**
 * What has become of a session since its cookie was opened, and what a response has to do about that. It knows nothing of
 * requests, threads and messages: {@link SessionState} does.
 */
final class SessionDraft {

    /** How long an answer may take before it must be expected that another one has signed the user out meanwhile. */
    private static final long LATE_MILLIS = 2_000;

    private final SessionDefinition definition;
    private final OpenedCookie cookie;
    private final long openedAt; // in milliseconds
    private final DraftEntries entries;

    private SessionId id; // null until it is asked for, when it is to be a new one
    private SessionTimes times;
    private boolean unconfirmed; // somebody is signed in whose sign-in may have been ended, so that it must not live longer

    private Commit.Kind refresh; // why the cookie is to be replaced by one with the same content; null if it is not
    private boolean fresh;
    private boolean reissue; // to be written though no value has changed
    private boolean destroyed;

    private boolean changed; // since the application was last given the cookie
    private DraftEntries.HandedOut handedOut; // null if it never was
    private String handedOutCookie; // its value, empty if it is expired

    /**
     * @param millis when the cookie was opened
     * @param keepsFlash whether a flash value that is read stays for the next request, as nobody sees this response
     */
    SessionDraft(SessionDefinition definition, OpenedCookie cookie, long millis, boolean keepsFlash) {
        this.definition = definition;
        this.cookie = cookie;
        this.openedAt = millis;
        this.entries = new DraftEntries(definition, keepsFlash);
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

    int beginnings() {
        return entries.beginnings();
    }

    boolean isNew() {
        return fresh;
    }

    long createdAt() {
        return times.createdAt();
    }

    /**
     * In seconds: as the next cookie will say, if there is to be one.
     *
     * @param committed whether the response can't set one any more
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

    /** @return null if nobody is signed in */
    SignedIn signedIn() {
        return entries.signedIn();
    }

    /** Whether this replica knows that the sign-in of this session has ended. */
    boolean isSignInEnded() {
        SignedIn signedIn = definition.registry() == null ? null : signedIn();
        return signedIn != null && definition.registry().isEnded(signedIn);
    }

    /** The sign-in of this session has not been ended: it may be renewed. */
    void confirm() {
        if (unconfirmed) {
            unconfirmed = false;
            refresh = Commit.Kind.refreshing(cookie,
                    times.isRenewalDue(definition.lifetimes(), SessionDefinition.seconds(openedAt)));
        }
    }

    /**
     * The browser has proven that the sign-in is its own, and will have to from now on.
     *
     * @return false if the cookie has no room to say so
     */
    boolean bind() {
        boolean noted = entries.note(EntryKey.SIGN_IN, signedIn().bind().toEntry());
        refresh = noted && refresh == null ? Commit.Kind.BIND : refresh;
        return noted;
    }

    /** Whether the cookie has room to say that the sign-in is bound. */
    boolean canBind() {
        return entries.hasRoom(EntryKey.SIGN_IN, signedIn().bind().toEntry());
    }

    /** @return null unless somebody has signed in since the cookie was opened */
    SignedIn newSignIn() {
        SignedIn brought = cookie.isValid() ? SignedIn.of(cookie.content().entries().get(EntryKey.SIGN_IN)) : null;
        SignedIn signedIn = signedIn();
        return signedIn == null || brought != null && brought.id().equals(signedIn.id()) ? null : signedIn;
    }

    /**
     * A value that is equal to the one that is there is no change.
     *
     * @throws SessionTooLargeException if it has no room; nothing is changed then
     */
    void set(String entryKey, Object value) {
        changed |= entries.set(entryKey, value);
    }

    /** Takes a flash value that has been read out of the session. */
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
     * Another user's data is not kept.
     *
     * @param entry what the session remembers about the user
     * @throws SessionTooLargeException if it has no room; nothing is changed then
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

    /** Goes on with a new and empty session, which is no change by itself. */
    void abandon() {
        begin(definition.now());
    }

    boolean isChanged() {
        return changed;
    }

    /** Whether the application has changed something, more than by reading flash values, since it was last given the cookie. */
    boolean hasChanges() {
        return changed && isChangedByApplication();
    }

    /** Whether a {@link #commit} may have something for the response to do. */
    boolean isCommitDue() {
        return handedOut != null || changed || isToBeWritten() || cookie.isDead();
    }

    /** What the browser must be told about the session as it is now, for the application to send it. */
    Commit handOut() {
        Commit commit = isDestroyed() ? withoutContent(Commit.Kind.EXPIRE) : write(kind(), definition.now());
        changed = false;
        handedOut = entries.handOut();
        handedOutCookie = null;
        return commit;
    }

    /** @param cookieValue of the cookie that {@link #handOut} gave, empty if it is expired */
    void handedOut(String cookieValue) {
        handedOutCookie = cookieValue;
    }

    /**
     * Decides what the response must do. What the application has written itself stays: of two cookies the browser would keep
     * the last, and so bring back what the first has ended.
     *
     * @param written the value of this session's cookie that the response has already; null if it has none
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
     * Whether the cookies of former scopes are of no use, as the session is in one of the present scope or they are dead. A
     * session whose sign-in was refused is in none.
     */
    private boolean areTwins() {
        return cookie.isValid() ? !fresh && !cookie.isFormer() : cookie.outcome().isDead();
    }

    private boolean isDestroyed() {
        return destroyed && entries.isEmpty();
    }

    private boolean isChangedByApplication() {
        return destroyed || reissue || entries.isChangedByApplication();
    }

    /**
     * Whether this commit is not one of the application, and the next request can do it as well. A late answer must then leave
     * it to that: meanwhile the user may have signed out or in, and this cookie would bring back the former session, or remove
     * the new one.
     */
    private boolean canWait(long millis) {
        return millis - openedAt > LATE_MILLIS && !isChangedByApplication()
                && !(refresh != null && times.isHalfOver(definition.lifetimes(), SessionDefinition.seconds(millis)));
    }
}
