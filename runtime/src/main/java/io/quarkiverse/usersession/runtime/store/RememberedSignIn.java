package io.quarkiverse.usersession.runtime.store;

import java.time.Instant;
import java.util.Optional;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;

/**
 * What is remembered about one sign-in.
 *
 * @param at when it was last seen, or when it was ended; in milliseconds since 1970, as {@code signedInAt} is
 * @param boundAt when it was first seen as bound to a browser; {@link #UNBOUND} if it never was
 */
record RememberedSignIn(State state, long signedInAt, long at, long boundAt, Optional<String> userAgent) {

    private static final long TOUCH_AFTER = 60_000;
    private static final long UNDER_WAY = 10_000; // for requests with the cookie from before the binding
    private static final long UNBOUND = Long.MAX_VALUE;

    enum State {

        SEEN,
        /** It was excepted when the others were ended, and nothing else is known about it. */
        UNSEEN,
        ENDED
    }

    /** @param known what is already remembered about it; null if nothing is */
    static RememberedSignIn seen(SignInCheck check, RememberedSignIn known, long now) {
        Optional<String> userAgent = check.userAgent().isEmpty() && known != null ? known.userAgent : check.userAgent();
        long boundAt = known == null ? UNBOUND : known.boundAt;
        if (check.bound() && boundAt == UNBOUND) {
            boundAt = now;
        }
        return new RememberedSignIn(State.SEEN, check.signedInAt().toEpochMilli(), now, boundAt, userAgent);
    }

    static RememberedSignIn unseen(long before, long now) {
        return new RememberedSignIn(State.UNSEEN, before, now, UNBOUND, Optional.empty());
    }

    /** A sign-in that began at an unknown time before now. */
    static RememberedSignIn endedUnseen(long now) {
        return new RememberedSignIn(State.ENDED, now, now, UNBOUND, Optional.empty());
    }

    RememberedSignIn ended(long now) {
        return new RememberedSignIn(State.ENDED, state == State.UNSEEN ? now : signedInAt, now, UNBOUND, Optional.empty());
    }

    boolean isEnded() {
        return state == State.ENDED;
    }

    /** Whether that sign-in is active, and the cookie that the check is about is not a copy from before it was bound. */
    boolean isActive(SignInCheck check, long now) {
        return !isEnded() && (check.bound() || now - boundAt <= UNDER_WAY);
    }

    /** Whether an active check adds something to it. */
    boolean isToBeNoted(SignInCheck check, long now) {
        return state == State.UNSEEN || now - at > TOUCH_AFTER || check.bound() && !isBound();
    }

    /** Whether somebody who is not to be let in would be if this were forgotten. */
    boolean keepsOut() {
        return isEnded() || isBound();
    }

    private boolean isBound() {
        return boundAt != UNBOUND;
    }

    SignIn toSignIn(String id) {
        return new SignIn(id, Instant.ofEpochMilli(signedInAt), Instant.ofEpochMilli(Math.max(at, signedInAt)), userAgent);
    }
}
