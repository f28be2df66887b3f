package io.quarkiverse.usersession.runtime.values;

/** Says why a value can't be stored or converted, by its type and never by its content. */
public final class UnsuitableValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsuitableValueException(String reason) {
        super(reason);
    }
}
