package io.quarkiverse.usersession;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A sign-in that a {@link SignInStore} has to check.
 *
 * @param principal the name of the user. It can be any text, so encode or hash it before you use it in a key
 * @param id the id of the sign-in: 16 characters of base64url (RFC 4648 §5), which are 96 random bits
 * @param signedInAt when the user signed in, to the millisecond
 * @param userAgent the {@code User-Agent} of the browser, at most 120 characters without control characters. It is empty if the
 *        browser sent none, or if the check is not made for a request. The store then keeps the one that it knows
 * @param bound whether the sign-in is bound to the browser in which it began, because its session says so or the
 *        browser has just proven it for the first time. It is always false in an application that binds no sign-ins
 *        ({@code quarkus.user-session.sign-in.device-bound.enabled})
 */
public record SignInCheck(String principal, String id, Instant signedInAt, Optional<String> userAgent, boolean bound) {

    public SignInCheck {
        Objects.requireNonNull(principal, "principal must not be null");
        Objects.requireNonNull(id, "id must not be null");
        Objects.requireNonNull(signedInAt, "signedInAt must not be null");
        Objects.requireNonNull(userAgent, "userAgent must not be null");
    }

    /** Creates the check of a sign-in that is not bound to a browser. */
    public SignInCheck(String principal, String id, Instant signedInAt, Optional<String> userAgent) {
        this(principal, id, signedInAt, userAgent, false);
    }

    /** Leaves out the principal and the user agent, because this text may end up in a log. */
    @Override
    public String toString() {
        return "SignInCheck[" + id + "]";
    }
}
