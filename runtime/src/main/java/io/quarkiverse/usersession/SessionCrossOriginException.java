package io.quarkiverse.usersession;

import io.quarkus.security.ForbiddenException;

/**
 * Thrown by every method that would change a session when the request came from another origin and brought no session cookie:
 * the page of another site could otherwise sign a user in as somebody else (login CSRF). Quarkus answers it with 403 in REST,
 * reactive routes and servlets. The message says which setting lets the request through.
 * <p>
 * A request is judged by the headers that browsers send, {@code Sec-Fetch-Site} (W3C Fetch Metadata) and {@code Origin}
 * (RFC 6454), and only if its method is another one than {@code GET}, {@code HEAD} and {@code OPTIONS}, or it opens a
 * WebSocket.
 * A request from another origin that does bring a session cookie gets 403 before any endpoint runs.
 */
public class SessionCrossOriginException extends ForbiddenException {

    private static final long serialVersionUID = 1L;

    public SessionCrossOriginException(String message) {
        super(message);
    }
}
