package io.quarkiverse.usersession;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One sign-in of a user, as a list of their devices shows it.
 *
 * @param id of the sign-in: {@link UserSession#signInId()} of its session
 * @param signedInAt when the user signed in, to the millisecond
 * @param lastSeenAt when the store last saw a request of it, to the minute; never before {@code signedInAt}
 * @param userAgent what the browser called itself then ({@code User-Agent}, RFC 9110 §10.1.5), at most 120 characters; text
 *        that
 *        a client chose, so escape it where it is shown. Empty if it sent none
 */
public record SignIn(String id, Instant signedInAt, Instant lastSeenAt, Optional<String> userAgent) {

    public SignIn {
        Objects.requireNonNull(id, "id must not be null");
        Objects.requireNonNull(signedInAt, "signedInAt must not be null");
        Objects.requireNonNull(lastSeenAt, "lastSeenAt must not be null");
        Objects.requireNonNull(userAgent, "userAgent must not be null");
    }
}
