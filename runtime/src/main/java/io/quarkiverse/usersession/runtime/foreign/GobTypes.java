package io.quarkiverse.usersession.runtime.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.usersession.runtime.foreign.GobType.Field;
import io.quarkiverse.usersession.runtime.foreign.GobType.Kind;

/**
 * The types of a gob stream by their ids: predefined ones, and those that the stream defines.
 */
final class GobTypes {

    private static final long FIRST_DEFINED = 64;

    // the fields of the struct wireType, of which a definition has one
    private static final int ARRAY = 0;
    private static final int SLICE = 1;
    private static final int STRUCT = 2;
    private static final int MAP = 3;
    private static final int GOB_ENCODER = 4;
    private static final int BINARY_MARSHALER = 5;
    private static final int TEXT_MARSHALER = 6;
    private static final int FORMS = 7;

    private static final int END = -1;

    private final GobInput in;
    private final Map<Long, GobType> defined = new HashMap<>();

    GobTypes(GobInput in) {
        this.in = in;
    }

    /** Reads the type of a value. Definitions of types that are new in the stream come before it. */
    GobType next() throws DamagedCookieException {
        long id = in.signed();
        while (id < 0) {
            define(-id);
            in.nextChunk();
            id = in.signed();
        }
        return get(id);
    }

    /**
     * Reads the type of a value behind an interface, and enters the chunk with the value. Leave the chunk when the value has
     * been read.
     */
    GobType enterDynamicValue() throws DamagedCookieException {
        GobType type = next();
        if (type.kind() == Kind.INTERFACE) {
            throw GobInput.damaged(); // Go has no interface behind an interface, and this would be depth that nothing counts
        }
        in.enterChunk();
        beginValue(type);
        return type;
    }

    /** A single value that is not a struct is written like the field of a struct, with the distance zero. */
    void beginValue(GobType type) throws DamagedCookieException {
        if (type.kind() != Kind.STRUCT && in.unsigned() != 0) {
            throw GobInput.damaged();
        }
    }

    GobType get(long id) throws DamagedCookieException {
        GobType type = id >= 0 && id < FIRST_DEFINED ? predefined((int) id) : defined.get(id);
        if (type == null) {
            throw GobInput.damaged();
        }
        return type;
    }

    private static GobType predefined(int id) {
        Kind kind = switch (id) {
            case 1 -> Kind.BOOL;
            case 2 -> Kind.INT;
            case 3 -> Kind.UINT;
            case 4 -> Kind.FLOAT;
            case 5 -> Kind.BYTES;
            case 6 -> Kind.STRING;
            case 7 -> Kind.COMPLEX;
            case 8 -> Kind.INTERFACE;
            default -> null;
        };
        return kind == null ? null : GobType.predefined(kind);
    }

    private void define(long id) throws DamagedCookieException {
        GobType type = definition();
        if (id < FIRST_DEFINED || defined.put(id, type) != null) {
            throw GobInput.damaged();
        }
    }

    private GobType definition() throws DamagedCookieException {
        int form = in.nextField(END, FORMS);
        expect(0, in.nextField(END, 1)); // each form begins with the struct CommonType
        String name = commonName();
        GobType type = switch (form) {
            case ARRAY -> array(name);
            case SLICE -> endOf(GobType.list(name, id(1)), 1);
            case STRUCT -> struct(name);
            case MAP -> endOf(GobType.map(name, id(1), id(2)), 2);
            case GOB_ENCODER, BINARY_MARSHALER, TEXT_MARSHALER -> endOf(GobType.encoded(name), 0);
            default -> throw GobInput.damaged();
        };
        expect(END, in.nextField(form, FORMS));
        return type;
    }

    /** Reads the struct CommonType: the name of the type, which may be missing, and its id. */
    private String commonName() throws DamagedCookieException {
        String name = "";
        for (int field = in.nextField(END, 2); field != END; field = in.nextField(field, 2)) {
            if (field == 0) {
                name = in.name();
            } else {
                in.signed();
            }
        }
        return name;
    }

    private GobType array(String name) throws DamagedCookieException {
        GobType type = GobType.list(name, id(1));
        int length = in.nextField(1, 3); // missing if it is zero
        if (length != END) {
            in.signed();
            expect(END, in.nextField(length, 3));
        }
        return type;
    }

    private GobType struct(String name) throws DamagedCookieException {
        List<Field> fields = new ArrayList<>();
        int list = in.nextField(0, 2); // missing if it is empty
        if (list != END) {
            for (int i = in.count(); i > 0; i--) {
                expect(0, in.nextField(END, 2));
                String field = in.name();
                fields.add(new Field(field, id(1)));
                expect(END, in.nextField(1, 2));
            }
            expect(END, in.nextField(list, 2));
        }
        return GobType.struct(name, fields);
    }

    private long id(int field) throws DamagedCookieException {
        expect(field, in.nextField(field - 1, field + 1));
        return in.signed();
    }

    private GobType endOf(GobType type, int lastField) throws DamagedCookieException {
        expect(END, in.nextField(lastField, lastField + 1));
        return type;
    }

    private static void expect(int expected, int field) throws DamagedCookieException {
        if (field != expected) {
            throw GobInput.damaged();
        }
    }
}
