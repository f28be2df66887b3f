package io.quarkiverse.usersession;

/**
 * The store of a {@link StoredValue} has failed or not answered in time, or the session has lost the value while it was being
 * written. The message names the session and the key, and never data.
 */
public class StoredValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoredValueException(String message) {
        super(message);
    }
}
