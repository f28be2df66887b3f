package io.quarkiverse.usersession.redis.runtime;

import java.time.Instant;
import java.util.Optional;

import io.quarkiverse.usersession.SignIn;

/**
 * What a field of a user's hash says about one sign-in: {@code <state><signed in at>,<at>[,<user agent>]}. The times are in
 * milliseconds since 1970. The user agent comes last, so that it may have any characters; without its comma there was none. The
 * {@linkplain Script scripts} write it.
 *
 * @param at when it was last seen, or when it was ended
 */
record StoredSignIn(char state, long signedInAt, long at, Optional<String> userAgent) {

    static final char SEEN = 'a';
    /** It was to stay when others were ended, and nothing else is known about it. */
    static final char UNSEEN = 'u';
    static final char ENDED = 'e';

    private static final String STATES = "" + SEEN + UNSEEN + ENDED;

    /** How old the note of the last request may become, in milliseconds: a note for each would be a write for each. */
    static final long TOUCH_AFTER = 60_000;

    /** @throws IllegalArgumentException if this version has not written it; what it says is not in the message */
    static StoredSignIn parse(String field) {
        int first = field.indexOf(',');
        int second = first < 0 ? -1 : field.indexOf(',', first + 1);
        int end = second < 0 ? field.length() : second;
        if (first < 1 || STATES.indexOf(field.charAt(0)) < 0) {
            throw illFormed();
        }
        try {
            return new StoredSignIn(field.charAt(0), Long.parseLong(field, 1, first, 10),
                    Long.parseLong(field, first + 1, end, 10),
                    second < 0 ? Optional.empty() : Optional.of(field.substring(second + 1)));
        } catch (NumberFormatException e) {
            throw illFormed();
        }
    }

    private static IllegalArgumentException illFormed() {
        return new IllegalArgumentException("a sign-in in Redis has another form than this version writes");
    }

    boolean isEnded() {
        return state == ENDED;
    }

    boolean isToBeTouched(long now) {
        return state == UNSEEN || state == SEEN && now - at > TOUCH_AFTER;
    }

    SignIn toSignIn(String id) {
        return new SignIn(id, Instant.ofEpochMilli(signedInAt), Instant.ofEpochMilli(Math.max(at, signedInAt)), userAgent);
    }
}
