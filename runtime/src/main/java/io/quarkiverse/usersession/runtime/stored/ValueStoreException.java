package io.quarkiverse.usersession.runtime.stored;

import io.quarkiverse.usersession.runtime.store.PatientCalls;

/** Why a {@link ValueStore} has failed, in words that may be shown: without keys, values or addresses. */
public final class ValueStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ValueStoreException(String message) {
        super(message);
    }

    /** Of other failures, only types and places are shown. */
    static String reason(Throwable failure) {
        return failure instanceof ValueStoreException ? failure.getMessage() : PatientCalls.reason(failure);
    }
}
