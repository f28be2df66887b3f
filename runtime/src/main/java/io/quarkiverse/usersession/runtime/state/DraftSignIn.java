package io.quarkiverse.usersession.runtime.state;

import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;

/** What is known about the sign-in of a session while a request works on it. */
final class DraftSignIn {

    /**
     * How long a confirmation counts, in milliseconds. A store remembers what was ended for a minute longer than a cookie
     * lives, and its answer may be up to 30 seconds old when it confirms a sign-in.
     */
    private static final long CONFIRMED_FOR = 20_000;
    private static final long NEVER = Long.MIN_VALUE;
    private static final long NOT_NEEDED = Long.MAX_VALUE; // nothing remembers the sign-in, or nobody is signed in

    private final SessionDefinition definition;
    private final OpenedCookie cookie;
    private final DraftEntries entries;

    private long confirmedAt = NOT_NEEDED; // in milliseconds

    DraftSignIn(SessionDefinition definition, OpenedCookie cookie, DraftEntries entries) {
        this.definition = definition;
        this.cookie = cookie;
        this.entries = entries;
    }

    /** The session continues with what a cookie says. */
    void resume() {
        confirmedAt = definition.registry() != null && entries.signedIn() != null ? NEVER : NOT_NEEDED;
    }

    /** Another session begins, in which nobody is signed in. */
    void reset() {
        confirmedAt = NOT_NEEDED;
    }

    /** Somebody signs in, or the sign-in turns out not to have ended. */
    void confirm(long millis) {
        confirmedAt = definition.registry() == null ? NOT_NEEDED : millis;
    }

    /** Whether somebody is signed in whose sign-in may have been ended, so that the session must not live longer. */
    boolean isUnconfirmed() {
        return confirmedAt == NEVER;
    }

    /**
     * From when a cookie lives that is written at this time. If the sign-in was confirmed too long ago, it lives from then: the
     * sign-in may have ended meanwhile, and the store could forget this before the cookie expires.
     */
    long livesFrom(long millis) {
        return millis - confirmedAt > CONFIRMED_FOR ? confirmedAt : millis;
    }

    /** Whether this replica knows that the sign-in has ended. */
    boolean isEnded() {
        SignedIn signedIn = definition.registry() == null ? null : entries.signedIn();
        return signedIn != null && definition.registry().isEnded(signedIn);
    }

    /** @return null unless somebody has signed in since the cookie was opened */
    SignedIn begun() {
        SignedIn brought = cookie.isValid() ? SignedIn.of(cookie.content().entries().get(EntryKey.SIGN_IN)) : null;
        SignedIn signedIn = entries.signedIn();
        return signedIn == null || brought != null && brought.id().equals(signedIn.id()) ? null : signedIn;
    }

    /** Whether the cookie has room to say that the sign-in is bound. */
    boolean canBeBound() {
        return entries.hasRoom(EntryKey.SIGN_IN, entries.signedIn().bind().toEntry());
    }

    /** @return false if the cookie has no room to say so */
    boolean bind() {
        return entries.note(EntryKey.SIGN_IN, entries.signedIn().bind().toEntry());
    }
}
