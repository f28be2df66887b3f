package io.quarkiverse.usersession.runtime.store;

import java.time.Instant;
import java.util.Optional;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;

/**
 * What is remembered about one sign-in.
 *
 * @param at when it was last seen, or when it was ended; in milliseconds since 1970, as {@code signedInAt} is
 */
record RememberedSignIn(State state, long signedInAt, long at, Optional<String> userAgent) {

    private static final long TOUCH_AFTER = 60_000;

    enum State {

        SEEN,
        /** It was to stay when others were ended, and nothing else is known about it. */
        UNSEEN,
        ENDED
    }

    /** @param known what is remembered about it already; null for nothing */
    static RememberedSignIn seen(SignInCheck check, RememberedSignIn known, long now) {
        Optional<String> userAgent = check.userAgent().isEmpty() && known != null ? known.userAgent : check.userAgent();
        return new RememberedSignIn(State.SEEN, check.signedInAt().toEpochMilli(), now, userAgent);
    }

    static RememberedSignIn unseen(long before, long now) {
        return new RememberedSignIn(State.UNSEEN, before, now, Optional.empty());
    }

    /** One that began at an unknown time before now. */
    static RememberedSignIn endedUnseen(long now) {
        return new RememberedSignIn(State.ENDED, now, now, Optional.empty());
    }

    RememberedSignIn ended(long now) {
        return new RememberedSignIn(State.ENDED, state == State.UNSEEN ? now : signedInAt, now, Optional.empty());
    }

    boolean isEnded() {
        return state == State.ENDED;
    }

    boolean isToBeTouched(long now) {
        return state == State.UNSEEN || state == State.SEEN && now - at > TOUCH_AFTER;
    }

    SignIn toSignIn(String id) {
        return new SignIn(id, Instant.ofEpochMilli(signedInAt), Instant.ofEpochMilli(Math.max(at, signedInAt)), userAgent);
    }
}
