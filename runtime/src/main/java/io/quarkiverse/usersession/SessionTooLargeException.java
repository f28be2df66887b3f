package io.quarkiverse.usersession;

/**
 * Thrown by {@link UserSession#set} and {@link UserSession#flash} when the cookie would be larger than browsers accept: the
 * sum of the lengths of its name and its value may be 4096 bytes (RFC 6265bis §5.6). The session is unchanged. The message
 * gives the size, the limit and the largest keys.
 * <p>
 * A session is for what must be known at each request, such as who the user is. Keep larger things in a {@link StoredValue} or
 * a database, and only their key in the session.
 * <p>
 * {@link StoredValue#set} fails with it too, if the value has more bytes than
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

    /** The length that the cookie's name and value would have had together, or that of the stored value as JSON, in bytes. */
    public int size() {
        return size;
    }

    /** The length that the cookie's name and value may have together, or that of a stored value as JSON, in bytes. */
    public int limit() {
        return limit;
    }
}
