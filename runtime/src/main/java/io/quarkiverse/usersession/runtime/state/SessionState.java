package io.quarkiverse.usersession.runtime.state;

import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import jakarta.enterprise.util.TypeLiteral;

import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;

/**
 * The session of one request as the application sees it. It is opened when it is first used, changed in memory, and committed
 * once, when the response headers are about to be sent. Its state in between is in its {@link SessionDraft}.
 * <p>
 * The commit takes the session's lock while Vert.x holds that of the connection. So code under the session's lock must never
 * take that of the connection: see {@link RequestView}. Values are converted without a lock, as that runs application code.
 */
public final class SessionState implements UserSession {

    private final SessionDefinition definition;
    private final RequestView request;

    private SessionDraft draft; // null until the session is first used
    private boolean committed;
    private boolean openedLate; // when the headers were out
    private boolean kept; // the cookie, for the next request: nothing but a sign-in or a sign-out may replace it

    /** @param committed whether the response headers were sent before the session was first used */
    public SessionState(SessionDefinition definition, RequestView request, boolean committed) {
        this.definition = definition;
        this.request = request;
        this.committed = committed;
    }

    /** With the lock held. */
    SessionDraft draft() {
        if (draft == null) {
            long millis = definition.millis();
            OpenedCookie cookie = definition.loader().load(request.cookieHeaders(), SessionDefinition.seconds(millis));
            draft = new SessionDraft(definition, cookie, millis, request.isHead());
            openedLate = committed;
            definition.metrics().opened(cookie);
            if (draft.signIn().isEnded()) {
                definition.registry().countEnded();
                draft.abandon();
            }
        }
        return draft;
    }

    @Override
    public synchronized String id() {
        return draft().id().toString();
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
        requireKey(key);
        Object plain;
        Object flash;
        synchronized (this) {
            SessionEntries entries = draft().entries();
            plain = entries.plain(key);
            flash = plain == null ? entries.flash(key) : null;
        }
        if (plain != null) {
            return Optional.of(definition.values().convert(key, type, plain));
        }
        if (flash == null) {
            return Optional.empty();
        }
        T value = definition.values().convert(key, type, flash); // if that fails, it is still there
        return takeFlash(key, flash) ? Optional.of(value) : read(key, type);
    }

    /** @return false if it is no longer there, because another thread has read or set it */
    private synchronized boolean takeFlash(String key, Object flash) {
        if (draft().entries().flash(key) != flash) {
            return false;
        }
        if (committed) {
            LateUse.warnOfFlash(definition.name(), key, request.path());
        } else {
            draft().takeFlash(key);
        }
        return true;
    }

    @Override
    public UserSession set(String key, Object value) {
        return set(key, value, null);
    }

    /** @param type the type as which the value is always read; null if it is not known */
    UserSession set(String key, Object value, Type type) {
        return put(EntryKey.plain(requireKey(key)), key, value, type);
    }

    @Override
    public UserSession flash(String key, Object value) {
        return put(EntryKey.flash(requireKey(key)), key, value, null);
    }

    private UserSession put(String entryKey, String key, Object value, Type type) {
        Object snapshot = definition.values().snapshot(key, value, type); // before the lock is taken
        return change("set", key, changing -> changing.set(entryKey, snapshot));
    }

    @Override
    public synchronized boolean has(String key) {
        return draft().entries().has(requireKey(key));
    }

    @Override
    public UserSession unset(String key) {
        requireKey(key);
        return change("unset", key, changing -> changing.unset(key));
    }

    @Override
    public UserSession clear() {
        return change("clear the session", null, SessionDraft::clear);
    }

    @Override
    public synchronized Map<String, Object> data() {
        return draft().entries().data();
    }

    @Override
    public synchronized boolean isNew() {
        return draft().isNew();
    }

    @Override
    public synchronized boolean isEmpty() {
        return !draft().entries().hasData();
    }

    @Override
    public synchronized Instant createdAt() {
        return Instant.ofEpochSecond(draft().createdAt());
    }

    @Override
    public synchronized Instant expiresAt() {
        return Instant.ofEpochSecond(draft().expiresAt(committed));
    }

    @Override
    public UserSession maxAge(Duration maxAge) {
        long seconds = Objects.requireNonNull(maxAge, "maxAge must not be null").toSeconds();
        if (seconds < 1) {
            throw new IllegalArgumentException("Session '" + definition.name() + "': maxAge must be at least one second;"
                    + " to end a session use destroy()");
        }
        return change("set the maxAge of the session", null, changing -> changing.maxAge(seconds));
    }

    @Override
    public UserSession renew() {
        return change("renew the session", null, SessionDraft::renew);
    }

    @Override
    public void destroy() {
        new SignInChanges(definition, this).destroy();
    }

    @Override
    public UserSession signIn(String principal, Set<String> roles) {
        new SignInChanges(definition, this).signIn(principal, roles, request);
        return this;
    }

    /** @return who was signed in before; null if nobody */
    synchronized SignedIn changeSignIn(String what, Consumer<SessionDraft> mutation) {
        SignedIn former = draft().signedIn();
        change(what, null, mutation);
        return former;
    }

    @Override
    public boolean isSignInWanted() {
        return definition.signIn() == SignInSupport.ON && request.isSignInWanted();
    }

    @Override
    public Optional<URI> takeWantedLocation() {
        return definition.signIn() == SignInSupport.ON ? request.takeWantedLocation() : Optional.empty();
    }

    @Override
    public Optional<String> signInId() {
        return Optional.ofNullable(signedIn()).map(SignedIn::id);
    }

    @Override
    public Optional<Instant> signedInAt() {
        return Optional.ofNullable(signedIn()).map(signedIn -> Instant.ofEpochMilli(signedIn.at()));
    }

    /** @return null if nobody is signed in */
    public synchronized SignedIn signedIn() {
        SignedIn signedIn = draft().signedIn();
        return definition.signIn() == SignInSupport.ON ? signedIn : null;
    }

    /**
     * The sign-in of this session has been judged.
     *
     * @param judged the sign-in; nothing happens if that user has signed out, or somebody has signed in, meanwhile
     */
    public synchronized void judged(SignedIn judged, Judgement judgement) {
        if (!judged.equals(draft().signedIn())) {
            return;
        }
        switch (judgement) {
            case CONFIRMED -> draft.confirm();
            case BOUND -> SignInChanges.bind(definition, draft);
            case REFUSED, UNCONFIRMED -> {
                SignInChanges.warnOfLoss(definition, draft, request, kept);
                draft.abandon();
                kept = judgement == Judgement.UNCONFIRMED;
            }
        }
    }

    /** Whether {@link Judgement#BOUND} would bind that sign-in: it is still that of this session, and the cookie has room. */
    public synchronized boolean canBind(SignedIn signedIn) {
        return signedIn.equals(draft().signedIn()) && draft.signIn().canBeBound();
    }

    /** @return null unless somebody has signed in during this request */
    public synchronized SignedIn newSignIn() {
        return draft == null ? null : draft.signIn().begun();
    }

    /** Opens the session if it has not been used yet, because the response replaces it by another one. */
    public synchronized void openToBeReplaced() {
        request.checkChange(definition.name());
        draft();
    }

    public synchronized boolean isUsed() {
        return draft != null;
    }

    /** Whether it is a session of that definition. */
    public boolean isOf(SessionDefinition other) {
        return definition == other;
    }

    /** Whether the headers of the response have been sent, as far as is known. */
    public synchronized boolean isCommitted() {
        return committed;
    }

    /** Whether there are changes that no response has committed. */
    public synchronized boolean isUncommitted() {
        return draft != null && draft.isChanged() && !committed;
    }

    /** Whether the session was used, but the response headers don't show this: they were sent without {@link #commit}. */
    public synchronized boolean isUsedUnnoticed() {
        return draft != null && (!committed || openedLate);
    }

    /** What the browser must be told about the session as it is now, for the application to send it: see {@link #handedOut}. */
    public synchronized Commit commitNow() {
        SignInChanges.abandonEnded(definition, draft(), request);
        return draft.handOut();
    }

    /**
     * The cookie of {@link #commitNow} was handed to the application. If the response has it, nothing else is sent, unless the
     * session is changed afterwards.
     *
     * @param cookieValue empty if the cookie is removed
     */
    public synchronized void handedOut(String cookieValue) {
        draft().handedOut(cookieValue);
    }

    /** Whether a {@link #commit} may have something for the response to do. */
    public synchronized boolean isCommitDue() {
        return draft != null && draft.isCommitDue();
    }

    /** Works like {@link #commit(String)}, for a response in which the application has not written the cookie itself. */
    public Commit commit() {
        return commit(null);
    }

    /**
     * Decides what the response must do about the session. From now on the session can't be changed.
     *
     * @param written the value of this session's cookie that the application has written into the response; null if none
     */
    public synchronized Commit commit(String written) {
        committed = true;
        if (draft == null) {
            return Commit.UNUSED;
        }
        if (draft.signIn().isEnded() || kept && draft.signedIn() == null && !draft.endsSession()) {
            SignInChanges.warnOfLoss(definition, draft, request, kept);
            return Commit.NOTHING;
        }
        Commit commit = draft.commit(written);
        LateUse.tell(commit, draft.hasChanges(), definition.name(), request.path());
        return commit;
    }

    /** @param key the key that is changed; null if there is none. It is formatted only if an exception needs it */
    synchronized UserSession change(String what, String key, Consumer<SessionDraft> mutation) {
        request.checkChange(definition.name());
        if (committed) {
            throw LateUse.of(definition.name(), what, key, request.path());
        }
        mutation.accept(draft());
        return this;
    }

    private static String requireKey(String key) {
        return Objects.requireNonNull(key, "key must not be null");
    }
}
