package io.quarkiverse.usersession;

/**
 * Thrown if a value can't be stored in the session, or if a stored value can't be converted to the requested type. The message
 * names the session, the key and the types, and says what to do. If the {@code ObjectMapper} failed, the message also names its
 * exception and the path of properties to the cause. It never contains a value.
 */
public class SessionValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public SessionValueException(String message) {
        super(message);
    }
}
