package io.quarkiverse.usersession;

import io.quarkus.security.ForbiddenException;

/**
 * Thrown by every method that would change a session, if the request came from another origin and brought no session cookie.
 * Otherwise a page of another site could sign a user in as somebody else (login CSRF). In REST, reactive routes and servlets,
 * Quarkus answers with a 403. The message says which setting lets the request through.
 * <p>
 * The origin is found by headers that browsers send: {@code Sec-Fetch-Site} (W3C Fetch Metadata) and {@code Origin} (RFC 6454).
 * Only requests that open a WebSocket, or whose method is not {@code GET}, {@code HEAD} or {@code OPTIONS}, are checked. A
 * request from another origin that brings a session cookie gets a 403 before any endpoint runs.
 */
public class SessionCrossOriginException extends ForbiddenException {

    private static final long serialVersionUID = 1L;

    public SessionCrossOriginException(String message) {
        super(message);
    }
}
