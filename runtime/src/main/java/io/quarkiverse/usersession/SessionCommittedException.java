package io.quarkiverse.usersession;

/**
 * Thrown by every method that would change a session after the response headers have been sent, for example after the first
 * item of a stream. The change could no longer reach the browser. Change the session before the response begins.
 */
public class SessionCommittedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public SessionCommittedException(String message) {
        super(message);
    }
}
