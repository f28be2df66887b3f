package io.quarkiverse.usersession;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One sign-in of a user, for example for a list of the user's devices.
 *
 * @param id the id of the sign-in, which is {@link UserSession#signInId()} of its session
 * @param signedInAt when the user signed in, to the millisecond
 * @param lastSeenAt when the store last saw a request with this sign-in, to the minute; never before {@code signedInAt}
 * @param userAgent the {@code User-Agent} of that request (RFC 9110 §10.1.5), at most 120 characters. The client chooses this
 *        text, so escape it when you show it. Empty if the client sent none
 */
public record SignIn(String id, Instant signedInAt, Instant lastSeenAt, Optional<String> userAgent) {

    public SignIn {
        Objects.requireNonNull(id, "id must not be null");
        Objects.requireNonNull(signedInAt, "signedInAt must not be null");
        Objects.requireNonNull(lastSeenAt, "lastSeenAt must not be null");
        Objects.requireNonNull(userAgent, "userAgent must not be null");
    }
}
