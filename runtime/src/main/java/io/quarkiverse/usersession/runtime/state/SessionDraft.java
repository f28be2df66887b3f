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
        if (cookie.isValid()) {
            resume();
            signIn.resume();
            refresh = refreshing(!signIn.isUnconfirmed());
        } else if (cookie.isImported() && !cookie.content().entries().isEmpty()) {
            resume();
        } else {
            begin(SessionDefinition.seconds(millis));
        }
    }

    private void resume() {
        SessionContent content = cookie.content();
        id = content.id();
        times = SessionTimes.of(content, definition.lifetimes());
        entries.resume(new SessionEntries(content.entries(), cookie.jsonBytes()), !cookie.isImported());
    }

    private Commit.Kind refreshing(boolean renewable) {
        return Commit.Kind.refreshing(cookie, renewable
                && times.isRenewalDue(definition.lifetimes(), SessionDefinition.seconds(openedAt)));
    }

    private void begin(long now) {
        id = null;
        times = SessionTimes.beginning(now, definition.lifetimes());
        entries.resume(SessionEntries.NONE, true);
        signIn.reset();
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
        long millis = definition.millis();
        boolean toBeWritten = !committed && (fresh || isToBeWritten() && !canWait(millis));
        return (toBeWritten ? written(millis) : times).expiresAt(definition.lifetimes());
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
        long millis = definition.millis();
        if (signIn.isUnconfirmed() && refresh != Commit.Kind.BIND) {
            refresh = refreshing(true);
        }
        signIn.confirm(millis);
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
        if (former != null && !former.principal().equals(principal)) {
            definition.size().check(SessionEntries.NONE.with(EntryKey.SIGN_IN, entry));
            StoredEntries.remove(definition, entries.current());
            begin(definition.now());
        }
        entries.set(EntryKey.SIGN_IN, entry);
        signIn.confirm(definition.millis());
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
        Commit commit = isDestroyed() ? withoutContent(Commit.Kind.EXPIRE) : write(kind(), definition.millis());
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
        if (!toBeWritten && !cookie.isDead() && !cookie.isImported() && !destroyed && !twins) {
            return Commit.NOTHING;
        }
        long millis = definition.millis();
        if (canWait(millis)) {
            return Commit.LATE;
        }
        if (toBeWritten) {
            Commit commit = write(kind(), millis);
            return commit.kind() == Commit.Kind.EXPIRE && isLate(millis) && !destroyed ? Commit.OVER : commit;
        }
        return withoutContent(cookie.isDead() ? Commit.Kind.EXPIRE : Commit.Kind.NONE);
    }

    private Commit write(Commit.Kind kind, long millis) {
        times = written(millis);
        long maxAge = times.expiresAt(definition.lifetimes()) - SessionDefinition.seconds(millis);
        if (maxAge <= 0) {
            return withoutContent(Commit.Kind.EXPIRE); // the session has expired while the request was answered
        }
        StoredEntries.prolong(definition, entries.toBeStored(), maxAge);
        return commit(kind, new SessionContent(id(), times.createdAt(), times.issuedAt(), times.sealedLifetime(),
                times.ownLifetime(), entries.toBeStored().byEntryKey()), maxAge, false);
    }

    /** The times after a cookie has been written then. */
    SessionTimes written(long millis) {
        if (signIn.isUnconfirmed()) {
            return times.rewritten(SessionDefinition.seconds(millis), definition.lifetimes());
        }
        return times.issued(SessionDefinition.seconds(signIn.livesFrom(millis)));
    }

    private Commit withoutContent(Commit.Kind kind) {
        return commit(kind, null, 0, false);
    }

    private Commit commit(Commit.Kind kind, SessionContent content, long maxAge, boolean lost) {
        return new Commit(kind, content, maxAge, lost, destroyed || cookie.isImported(), cookie.former());
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
     * If a new cookie would not live longer, there is no hurry.
     */
    private boolean canWait(long millis) {
        return isLate(millis) && !isChangedByApplication() && (refresh == null || signIn.isUnconfirmed()
                || !times.isHalfOver(definition.lifetimes(), SessionDefinition.seconds(millis)));
    }

    private boolean isLate(long millis) {
        return millis - openedAt > LATE_MILLIS;
    }
}
