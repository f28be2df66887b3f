package io.quarkiverse.usersession;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A sign-in that a {@link SignInStore} is to judge.
 *
 * @param principal the name of the user: any text, so it must be encoded or hashed where it becomes part of a key
 * @param id of the sign-in: 16 characters of base64url (RFC 4648 §5), which is 96 random bits
 * @param signedInAt when the user signed in, to the millisecond
 * @param userAgent what the browser calls itself, at most 120 characters without control characters; empty if it sent
 *        nothing, or the check is not made for a request: the one that is known stays
 */
public record SignInCheck(String principal, String id, Instant signedInAt, Optional<String> userAgent) {

    public SignInCheck {
        Objects.requireNonNull(principal, "principal must not be null");
        Objects.requireNonNull(id, "id must not be null");
        Objects.requireNonNull(signedInAt, "signedInAt must not be null");
        Objects.requireNonNull(userAgent, "userAgent must not be null");
    }

    /** Without the principal and the user agent: this text may end up in a log. */
    @Override
    public String toString() {
        return "SignInCheck[" + id + "]";
    }
}
