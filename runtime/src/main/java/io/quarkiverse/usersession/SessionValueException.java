package io.quarkiverse.usersession;

/**
 * Thrown when a value can't be stored in the session, or a stored value can't become the type that was asked for. The message
 * names the session, the key, the types and what to do, and where the {@code ObjectMapper} has failed, its exception and the
 * properties that led there. It never has a value in it.
 */
public class SessionValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public SessionValueException(String message) {
        super(message);
    }
}
