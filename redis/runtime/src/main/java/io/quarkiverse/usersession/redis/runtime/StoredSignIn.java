package io.quarkiverse.usersession.redis.runtime;

import java.time.Instant;
import java.util.Optional;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInStoreException;

/**
 * What a field of a user's hash says about one sign-in: {@code <state><signed in at>[:<bound at>],<at>[,<user agent>]}. The
 * times are in milliseconds since 1970. The user agent comes last, so that it may have any characters; without its comma there
 * was none. The {@linkplain Script scripts} write it.
 *
 * @param boundAt when it was first seen as bound to a browser; 0 if it is not {@link #BOUND}
 * @param at when it was last seen, or when it was ended
 */
record StoredSignIn(char state, long signedInAt, long boundAt, long at, Optional<String> userAgent) {

    static final char SEEN = 'a';
    /** It was seen, and is bound to a browser. */
    static final char BOUND = 'b';
    /** It was excepted when the others were ended, and nothing else is known about it. */
    static final char UNSEEN = 'u';
    static final char ENDED = 'e';

    private static final String STATES = "" + SEEN + BOUND + UNSEEN + ENDED;

    /** How old the note of the last request may become, in milliseconds. Otherwise each request would cause a write. */
    static final long TOUCH_AFTER = 60_000;

    /** For how long after the binding requests with the former cookie may be under way, in milliseconds. */
    static final long UNDER_WAY = 10_000;

    /** @throws SignInStoreException if this version has not written the field; the message does not contain it */
    static StoredSignIn parse(String field) {
        int first = field.indexOf(',');
        int second = first < 0 ? -1 : field.indexOf(',', first + 1);
        int end = second < 0 ? field.length() : second;
        if (first < 1 || STATES.indexOf(field.charAt(0)) < 0) {
            throw illFormed();
        }
        try {
            boolean bound = field.charAt(0) == BOUND;
            int began = bound ? field.indexOf(':') : first;
            if (began < 1 || began > first) {
                throw illFormed();
            }
            return new StoredSignIn(field.charAt(0), Long.parseLong(field, 1, began, 10),
                    bound ? Long.parseLong(field, began + 1, first, 10) : 0, Long.parseLong(field, first + 1, end, 10),
                    second < 0 ? Optional.empty() : Optional.of(field.substring(second + 1)));
        } catch (NumberFormatException e) {
            throw illFormed();
        }
    }

    private static SignInStoreException illFormed() {
        return SignInStoreException.unanswered("a sign-in in Redis has a form that this version does not write");
    }

    /**
     * Reads the mark.
     *
     * @throws SignInStoreException as {@link #parse}
     */
    static long parseMark(String field) {
        try {
            return Long.parseLong(field);
        } catch (NumberFormatException e) {
            throw illFormed();
        }
    }

    boolean isEnded() {
        return state == ENDED;
    }

    /** Whether it is active for a check of its id: a check that is not bound may be about a cookie from before the binding. */
    boolean isActive(boolean boundCheck, long now) {
        return !isEnded() && (boundCheck || state != BOUND || now - boundAt <= UNDER_WAY);
    }

    boolean isToBeBound(boolean boundCheck) {
        return boundCheck && state != BOUND && !isEnded();
    }

    boolean isToBeTouched(long now) {
        return state == UNSEEN || !isEnded() && now - at > TOUCH_AFTER;
    }

    SignIn toSignIn(String id) {
        return new SignIn(id, Instant.ofEpochMilli(signedInAt), Instant.ofEpochMilli(Math.max(at, signedInAt)), userAgent);
    }
}
