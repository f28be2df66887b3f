package io.quarkiverse.usersession;

/**
 * Thrown when a value can't be stored in the session, or a stored value can't become the type that was asked for. The message
 * names the session, the key and the types, never the value.
 */
public class SessionValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public SessionValueException(String message) {
        super(message);
    }
}
