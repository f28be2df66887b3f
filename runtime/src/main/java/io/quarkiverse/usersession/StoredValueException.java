package io.quarkiverse.usersession;

/**
 * Thrown if the store of a {@link StoredValue} failed or did not answer in time, or if the value was removed from the session
 * while it was being written. The message names the session and the key. It never contains data.
 */
public class StoredValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoredValueException(String message) {
        super(message);
    }
}
