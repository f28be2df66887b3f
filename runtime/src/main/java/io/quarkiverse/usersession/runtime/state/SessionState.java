package io.quarkiverse.usersession.runtime.state;

import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.util.TypeLiteral;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.SessionCommittedException;
import io.quarkiverse.usersession.SessionValueException;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;
import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.format.SessionId;
import io.quarkiverse.usersession.runtime.values.Snapshot;
import io.quarkiverse.usersession.runtime.values.UnsuitableValueException;

/**
 * A session while one request works with it: opened when it is first used, changed in memory, and committed once, when the
 * response headers are about to be sent.
 * <p>
 * The commit takes its lock while Vert.x holds the lock of the connection, so nothing that runs under it may ask for that one:
 * see {@link SessionRequest}. Values are converted without it, as that runs code of the application.
 */
public final class SessionState implements UserSession {

    private static final Logger LOG = Logger.getLogger(SessionState.class);

    /** How long an answer may take before it must be expected that another one has signed the user out meanwhile. */
    private static final long LATE_MILLIS = 2_000;

    private final SessionDefinition definition;
    private final SessionRequest request;

    private OpenedCookie cookie; // null until the session is first used
    private long openedAt; // when that was, in milliseconds
    private SessionId id; // null until it is asked for, when it is to be a new one
    private SessionTimes times;
    private SessionEntries stored; // as they are in the browser's cookie
    private SessionEntries opened; // the same, and what was imported
    private SessionEntries entries;
    private SessionEntries unread; // as they would be if no flash value had been read, and so by what the application changes

    private boolean fresh;
    private boolean renewalDue;
    private boolean resealDue;
    private boolean rescopeDue;
    private boolean reissue; // to be written though no value has changed
    private boolean destroyed;

    private boolean changed; // since the application was last given the cookie
    private String handedOut; // the value of that cookie, null if there was none
    private SessionEntries handedOutEntries; // what is in it
    private SessionEntries handedOutUnread; // and what "unread" was then
    private boolean committed;
    private boolean openedLate; // when the headers were out

    /** @param committed whether the response headers were sent before the session was first used */
    public SessionState(SessionDefinition definition, SessionRequest request, boolean committed) {
        this.definition = definition;
        this.request = request;
        this.committed = committed;
    }

    @Override
    public synchronized String id() {
        load();
        return sessionId().toString();
    }

    private SessionId sessionId() {
        if (id == null) {
            id = definition.format().newId();
        }
        return id;
    }

    @Override
    public Optional<String> get(String key) {
        return get(key, String.class);
    }

    @Override
    public <T> Optional<T> get(String key, Class<T> type) {
        return read(key, Objects.requireNonNull(type, "type must not be null"));
    }

    @Override
    public <T> Optional<T> get(String key, TypeLiteral<T> type) {
        return read(key, Objects.requireNonNull(type, "type must not be null").getType());
    }

    <T> Optional<T> read(String key, Type type) {
        Objects.requireNonNull(key, "key must not be null");
        Object plain;
        Object flash;
        synchronized (this) {
            load();
            plain = entries.plain(key);
            flash = plain == null ? entries.flash(key) : null;
        }
        if (plain != null) {
            return Optional.of(convert(key, type, plain));
        }
        if (flash == null) {
            return Optional.empty();
        }
        T value = convert(key, type, flash); // if that fails, it is still there
        return removeFlash(key, flash) ? Optional.of(value) : read(key, type);
    }

    /** @return false if it is not there any more, as somebody else has read or set it */
    private boolean removeFlash(String key, Object flash) {
        synchronized (this) {
            if (entries.flash(key) != flash) {
                return false;
            }
            if (committed) {
                warnOfLateRead("flash value " + EntryKey.shown(key));
                return true;
            }
            entries = entries.withoutFlash(key);
            changed |= !request.isHead();
        }
        return true;
    }

    @Override
    public UserSession set(String key, Object value) {
        set(key, value, null);
        return this;
    }

    /** @param type as which it is always read; null if that is not known */
    void set(String key, Object value, Type type) {
        put(EntryKey.plain(Objects.requireNonNull(key, "key must not be null")), key, value, type);
    }

    @Override
    public UserSession flash(String key, Object value) {
        put(EntryKey.flash(Objects.requireNonNull(key, "key must not be null")), key, value, null);
        return this;
    }

    private void put(String entryKey, String key, Object value, Type type) {
        Object snapshot = snapshot(key, value, type);
        synchronized (this) {
            beginChange("set", key);
            if (snapshot.equals(entries.byEntryKey().get(entryKey))) {
                return;
            }
            put(entryKey, snapshot);
            changed = true;
        }
    }

    /** Changes nothing if it has no room. */
    private void put(String entryKey, Object value) {
        SessionEntries grown = entries.with(entryKey, value);
        SessionEntries grownUnread = unread == entries ? grown : unread.with(entryKey, value);
        definition.size().check(request.isHead() ? grownUnread : grown);
        entries = grown;
        unread = grownUnread;
    }

    @Override
    public synchronized boolean has(String key) {
        Objects.requireNonNull(key, "key must not be null");
        load();
        return entries.has(key);
    }

    @Override
    public UserSession unset(String key) {
        Objects.requireNonNull(key, "key must not be null");
        synchronized (this) {
            beginChange("unset", key);
            SessionEntries rest = unread.without(key);
            if (rest == unread) {
                return this;
            }
            entries = unread == entries ? rest : entries.without(key);
            unread = rest;
            changed = true;
        }
        return this;
    }

    @Override
    public UserSession clear() {
        synchronized (this) {
            beginChange("clear the session");
            entries = entries.withoutData();
            unread = entries;
            changed = true;
        }
        return this;
    }

    @Override
    public synchronized Map<String, Object> data() {
        load();
        return entries.data();
    }

    @Override
    public synchronized boolean isNew() {
        load();
        return fresh;
    }

    @Override
    public synchronized boolean isEmpty() {
        load();
        return !entries.hasData();
    }

    @Override
    public synchronized Instant createdAt() {
        load();
        return Instant.ofEpochSecond(times.createdAt());
    }

    @Override
    public synchronized Instant expiresAt() {
        load();
        SessionTimes effective = times;
        if (!committed && (fresh || isToBeWritten())) {
            long now = definition.millis();
            if (fresh || !canWait(now)) {
                effective = times.issued(SessionDefinition.seconds(now));
            }
        }
        return Instant.ofEpochSecond(effective.expiresAt(definition.lifetimes()));
    }

    @Override
    public UserSession maxAge(Duration maxAge) {
        long seconds = Objects.requireNonNull(maxAge, "maxAge must not be null").toSeconds();
        if (seconds < 1) {
            throw new IllegalArgumentException("Session '" + definition.name() + "': maxAge must be at least one second;"
                    + " to end a session use destroy()");
        }
        synchronized (this) {
            beginChange("set the maxAge of the session");
            times = times.withOwnLifetime(Math.min(seconds, definition.lifetimes().maxAge()));
            reissue = true;
            changed = true;
        }
        return this;
    }

    @Override
    public UserSession renew() {
        synchronized (this) {
            beginChange("renew the session");
            id = null;
            reissue = true;
            changed = true;
        }
        return this;
    }

    @Override
    public void destroy() {
        synchronized (this) {
            beginChange("destroy the session");
            begin(definition.now());
            destroyed = true;
            changed = true;
        }
    }

    @Override
    public UserSession signIn(String principal, Set<String> roles) {
        definition.signIn().require(definition.name());
        SignedIn signedIn = new SignedIn(principal, roles, definition.clock().millis());
        Object entry = snapshot(EntryKey.SIGN_IN, signedIn.toEntry(), null);
        synchronized (this) {
            beginChange("sign in");
            SignedIn former = signedIn();
            if (former == null || former.principal().equals(principal)) {
                put(EntryKey.SIGN_IN, entry);
            } else {
                SessionEntries alone = SessionEntries.NONE.with(EntryKey.SIGN_IN, entry);
                definition.size().check(alone);
                begin(definition.now());
                entries = alone;
                unread = alone;
            }
            id = null;
            reissue = true;
            changed = true;
        }
        return this;
    }

    @Override
    public void signOut() {
        destroy();
    }

    @Override
    public boolean isSignInWanted() {
        return definition.signIn() == SignInSupport.ON && request.isSignInWanted();
    }

    @Override
    public Optional<URI> takeWantedLocation() {
        return definition.signIn() == SignInSupport.ON ? request.takeWantedLocation() : Optional.empty();
    }

    /** @return null if nobody is signed in */
    public synchronized SignedIn signedIn() {
        load();
        return SignedIn.of(entries.byEntryKey().get(EntryKey.SIGN_IN));
    }

    /**
     * Takes the session for new and empty from now on, as its user is not signed in any more. The cookie is left as it is: the
     * answer may come late, and the browser may have another one by then. What the application writes afterwards is another
     * session.
     *
     * @param judged whom it is about: nothing happens if they have been signed out, or somebody has signed in, meanwhile
     */
    public synchronized void refuse(SignedIn judged) {
        if (judged.equals(signedIn())) {
            begin(definition.now());
        }
    }

    /** Opens the session if it has not been used yet, which counts as a use. */
    public synchronized void open() {
        load();
    }

    public synchronized boolean isUsed() {
        return cookie != null;
    }

    /** Whether it is a session of that definition. */
    public boolean isOf(SessionDefinition other) {
        return definition == other;
    }

    /** Whether the headers of the response have been sent, as far as is known. */
    public synchronized boolean isCommitted() {
        return committed;
    }

    /** Whether something was changed that no response has committed. */
    public synchronized boolean isUncommitted() {
        return changed && !committed;
    }

    /** Whether the session was used without a {@link #commit} taking part in the headers of the response, or after it had. */
    public synchronized boolean isUsedUnnoticed() {
        return cookie != null && (!committed || openedLate);
    }

    /**
     * What the browser must be told about the session as it is now, for the application to send it: see {@link #handedOut}.
     */
    public synchronized Commit commitNow() {
        load();
        Commit commit = isDestroyed() ? withoutContent(Commit.Kind.EXPIRE) : write(kind(), definition.now());
        changed = false;
        handedOutEntries = toBeStored();
        handedOutUnread = unread;
        return commit;
    }

    /**
     * The application has been given the cookie of {@link #commitNow}. If the response has it, it is left to it, unless the
     * session is changed afterwards.
     *
     * @param value of the cookie, empty if it is expired
     */
    public synchronized void handedOut(String value) {
        handedOut = value;
    }

    /** Whether a {@link #commit} may have something for the response to do. */
    public synchronized boolean isCommitDue() {
        return cookie != null && (handedOut != null || changed || isToBeWritten() || cookie.isDead());
    }

    /** As {@link #commit(String)} for a response in which the application has not written the cookie itself. */
    public Commit commit() {
        return commit(null);
    }

    /**
     * Decides what the response must do about the session, and ends the time in which the session can be changed. What the
     * application has written itself stays: of two cookies the browser would keep the last, and so bring back what the
     * first has ended.
     *
     * @param written the value of this session's cookie that the response has already, as the application has written it; null
     *        if it has none
     */
    public synchronized Commit commit(String written) {
        committed = true;
        if (cookie == null) {
            return Commit.UNUSED;
        }
        if (written != null) {
            if (!changed || !written.equals(handedOut)) {
                boolean same = isDestroyed() && written.isEmpty();
                return new Commit(Commit.Kind.NONE, null, 0, changed && isChangedByApplication() && !same, endsImport(),
                        cookie.former());
            }
            // the browser will have what was handed out, unless it is changed again
            stored = handedOutEntries;
            opened = handedOutUnread;
            renewalDue = false;
            resealDue = false;
            rescopeDue = false;
        }
        if (isDestroyed()) {
            return withoutContent(Commit.Kind.EXPIRE);
        }
        boolean toBeWritten = isToBeWritten();
        boolean twins = cookie.former() != null && (written != null || areTwins());
        if (!toBeWritten && !cookie.isDead() && !endsImport() && !twins) {
            return new Commit(Commit.Kind.NONE, null, 0, false, false, null);
        }
        long now = definition.millis();
        if (canWait(now)) {
            LOG.debugf("Session '%s': this answer is late, so its commit is left to the next request", definition.name());
            return new Commit(Commit.Kind.NONE, null, 0, false, false, null);
        }
        if (toBeWritten) {
            return write(kind(), SessionDefinition.seconds(now));
        }
        return withoutContent(cookie.isDead() ? Commit.Kind.EXPIRE : Commit.Kind.NONE);
    }

    private Commit write(Commit.Kind kind, long now) {
        times = times.issued(now);
        long maxAge = times.expiresAt(definition.lifetimes()) - times.issuedAt();
        if (maxAge <= 0) {
            return withoutContent(Commit.Kind.EXPIRE); // the absolute timeout has come while the request was answered
        }
        SessionContent content = new SessionContent(sessionId(), times.createdAt(), times.issuedAt(), times.lifetime(),
                times.ownLifetime(), toBeStored().byEntryKey());
        return new Commit(kind, content, maxAge, false, endsImport(), cookie.former());
    }

    private Commit withoutContent(Commit.Kind kind) {
        return new Commit(kind, null, 0, false, endsImport(), cookie.former());
    }

    private boolean endsImport() {
        return destroyed || cookie.isImported();
    }

    private Commit.Kind kind() {
        if (renewalDue && !hasNewContent()) {
            return Commit.Kind.RENEW;
        }
        if (resealDue && !hasNewContent()) {
            return Commit.Kind.RESEAL;
        }
        return rescopeDue && !hasNewContent() ? Commit.Kind.RESCOPE : Commit.Kind.SET;
    }

    private boolean isToBeWritten() {
        return isRefreshDue() || hasNewContent();
    }

    /** Whether the cookie is to be replaced by one with the same content. */
    private boolean isRefreshDue() {
        return renewalDue || resealDue || rescopeDue;
    }

    private boolean hasNewContent() {
        return reissue || !toBeStored().equals(stored);
    }

    /** What nobody will see is not read: a flash value whose page answers a HEAD request is still there for the next GET. */
    private SessionEntries toBeStored() {
        return request.isHead() ? unread : entries;
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
        return destroyed || reissue || !unread.equals(opened);
    }

    /**
     * Whether this commit is not one of the application, and the next request can do it as well. A late answer must leave
     * it to that one: meanwhile the user may have signed out or in, and this cookie would bring back the former session, or
     * remove the new one.
     *
     * @param now in milliseconds
     */
    private boolean canWait(long now) {
        return now - openedAt > LATE_MILLIS && !isChangedByApplication()
                && !(isRefreshDue() && times.isHalfOver(definition.lifetimes(), SessionDefinition.seconds(now)));
    }

    private void load() {
        if (cookie != null) {
            return;
        }
        long millis = definition.millis();
        long now = SessionDefinition.seconds(millis);
        OpenedCookie loaded = definition.loader().load(request.cookieHeaders(), now);
        if (loaded.isValid()) {
            resume(loaded);
            stored = entries;
            renewalDue = times.isRenewalDue(definition.lifetimes(), now);
            resealDue = !loaded.currentKey();
            rescopeDue = loaded.isFormer();
        } else if (loaded.isImported() && !loaded.content().entries().isEmpty()) {
            resume(loaded);
            stored = SessionEntries.NONE; // in no cookie of ours yet
        } else {
            begin(now);
        }
        cookie = loaded;
        openedAt = millis;
        openedLate = committed;
        definition.metrics().opened(loaded);
    }

    private void resume(OpenedCookie loaded) {
        SessionContent content = loaded.content();
        id = content.id();
        times = SessionTimes.of(content, definition.lifetimes());
        opened = new SessionEntries(content.entries(), loaded.jsonBytes());
        entries = opened;
        unread = opened;
    }

    private void begin(long now) {
        fresh = true;
        id = null;
        times = SessionTimes.beginning(now, definition.lifetimes());
        stored = SessionEntries.NONE;
        opened = stored;
        entries = stored;
        unread = stored;
        renewalDue = false;
        resealDue = false;
        rescopeDue = false;
        reissue = false;
    }

    private void beginChange(String change) {
        beginChange(change, null);
    }

    /** @param key which it is about, null if none: what is only for the message of an exception is not made before */
    private void beginChange(String change, String key) {
        if (committed) {
            throw new SessionCommittedException("Session '" + definition.name() + "': can't " + change
                    + (key == null ? "" : " " + EntryKey.shown(key)) + ", as the headers of the response to " + request.path()
                    + " have been sent. Change the session before the response begins");
        }
        load();
    }

    private void warnOfLateRead(String what) {
        LOG.warnf("Session '%s': %s was read after the headers of the response to %s had been sent."
                + " It will be there again in the next request; read it before the response begins",
                definition.name(), what, request.path());
    }

    private Object snapshot(String key, Object value, Type type) {
        try {
            Snapshot.key(key);
            return type == null ? definition.snapshot().of(value) : definition.snapshot().of(value, type);
        } catch (UnsuitableValueException e) {
            throw unsuitable(key, e);
        }
    }

    @SuppressWarnings("unchecked") // the conversion returns what it was asked for
    private <T> T convert(String key, Type type, Object value) {
        try {
            return (T) definition.conversion().to(type, value);
        } catch (UnsuitableValueException e) {
            throw unsuitable(key, e);
        }
    }

    private SessionValueException unsuitable(String key, UnsuitableValueException reason) {
        return new SessionValueException(
                "Session '" + definition.name() + "', key " + EntryKey.shown(key) + ": " + reason.getMessage());
    }
}
