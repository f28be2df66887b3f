package io.quarkiverse.usersession.runtime.foreign;

import java.util.List;

/**
 * A type of a gob stream.
 *
 * @param name in Go, without its package; empty for predefined and unnamed types
 * @param keyId the type of a map's keys
 * @param elementId the type of the elements of a list or map
 * @param fields of a struct
 */
record GobType(Kind kind, String name, long keyId, long elementId, List<Field> fields) {

    /** A field of a struct. */
    record Field(String name, long typeId) {
    }

    static GobType predefined(Kind kind) {
        return new GobType(kind, "", 0, 0, List.of());
    }

    static GobType encoded(String name) {
        return new GobType(Kind.ENCODED, name, 0, 0, List.of());
    }

    static GobType list(String name, long elementId) {
        return new GobType(Kind.LIST, name, 0, elementId, List.of());
    }

    static GobType map(String name, long keyId, long elementId) {
        return new GobType(Kind.MAP, name, keyId, elementId, List.of());
    }

    static GobType struct(String name, List<Field> fields) {
        return new GobType(Kind.STRUCT, name, 0, 0, fields);
    }

    /** Integers of any width count as one type, and so do slices and arrays. */
    enum Kind {

        BOOL,
        INT,
        UINT,
        FLOAT,
        BYTES,
        STRING,
        COMPLEX,
        INTERFACE,
        LIST,
        MAP,
        STRUCT,
        /** Bytes from a method of the type: GobEncode, MarshalBinary or MarshalText. */
        ENCODED
    }
}
