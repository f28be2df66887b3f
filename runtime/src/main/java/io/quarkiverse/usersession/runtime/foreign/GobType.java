package io.quarkiverse.usersession.runtime.foreign;

/**
 * What a type id of a gob stream stands for.
 *
 * @param keyId the type of a map's keys
 * @param elementId the type of the elements of a slice or map
 */
record GobType(Kind kind, long keyId, long elementId) {

    GobType(Kind kind) {
        this(kind, 0, 0);
    }

    /** The types of which a value can be taken over, and complex numbers. Go's integers of any width are one type. */
    enum Kind {

        BOOL,
        INT,
        UINT,
        FLOAT,
        BYTES,
        STRING,
        COMPLEX,
        INTERFACE,
        SLICE,
        MAP,
        GOB_ENCODER;

        /** Whether a map key of this type has a text that is the obvious one. */
        boolean isKey() {
            return this == STRING || this == INT || this == UINT || this == BOOL;
        }
    }
}
