package io.quarkiverse.usersession;

/**
 * Thrown by {@link UserSession#set}, {@link UserSession#flash} and {@link UserSession#signIn} if the cookie would be larger
 * than browsers accept: its name and its value together may have at most 4096 bytes (RFC 6265bis §5.6). The session is
 * unchanged. The message names the size, the limit and the largest keys.
 * <p>
 * Keep only small data in the session that each request needs, such as who the user is. Keep larger data in a
 * {@link StoredValue}, or in a database with only its key in the session.
 * <p>
 * {@link StoredValue#set} fails with this exception too, if the value has more bytes than
 * {@code quarkus.user-session.stored-values.max-size}, or if the cookie has no room for the reference to it.
 */
public class SessionTooLargeException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final int size;
    private final int limit;

    public SessionTooLargeException(String message, int size, int limit) {
        super(message);
        this.size = size;
        this.limit = limit;
    }

    /** The size in bytes: of the cookie's name and value together, or of the stored value as JSON. */
    public int size() {
        return size;
    }

    /** The largest size allowed, in bytes: of the cookie's name and value together, or of a stored value as JSON. */
    public int limit() {
        return limit;
    }
}
