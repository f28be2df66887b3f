package io.quarkiverse.usersession.runtime.foreign;

import java.util.HashMap;
import java.util.Map;

import io.quarkiverse.usersession.runtime.foreign.GobType.Kind;

/**
 * The types of a gob stream by their ids: those that it need not define, and those that it does. Definitions of types whose
 * values can't be taken over are refused: such a value would follow.
 */
final class GobTypes {

    private static final long FIRST_DEFINED = 64;

    // the fields of the struct wireType, of which a definition has one
    private static final int SLICE = 1;
    private static final int MAP = 3;
    private static final int GOB_ENCODER = 4;

    private final GobInput in;
    private final Map<Long, GobType> defined = new HashMap<>();

    GobTypes(GobInput in) {
        this.in = in;
    }

    /**
     * Reads the type of a value, which the definitions of types that are new in the stream come before.
     *
     * @param goType the name of that type, empty if the stream does not tell
     */
    GobType next(String goType) throws DamagedCookieException {
        long id = in.signed();
        while (id < 0) {
            define(-id, goType);
            in.nextChunk();
            id = in.signed();
        }
        return get(id);
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
        return kind == null ? null : new GobType(kind);
    }

    private void define(long id, String goType) throws DamagedCookieException {
        GobType type = definition(goType);
        if (id < FIRST_DEFINED || defined.put(id, type) != null) {
            throw GobInput.damaged();
        }
    }

    private GobType definition(String goType) throws DamagedCookieException {
        int form = in.nextField(-1);
        String name = commonName();
        GobType type = switch (form) {
            case SLICE -> new GobType(Kind.SLICE, 0, id(1));
            case MAP -> new GobType(Kind.MAP, id(1), id(2));
            case GOB_ENCODER -> new GobType(Kind.GOB_ENCODER);
            default -> throw DamagedCookieException.unsupported(goType.isEmpty() ? name : goType);
        };
        endStruct();
        endStruct();
        return type;
    }

    /** The struct CommonType, with which each definition begins: the name of the type, which may be missing, and its id. */
    private String commonName() throws DamagedCookieException {
        field(0);
        String name = "";
        for (int field = in.nextField(-1); field >= 0; field = in.nextField(field)) {
            switch (field) {
                case 0 -> name = in.text();
                case 1 -> in.signed();
                default -> throw GobInput.damaged();
            }
        }
        return name;
    }

    private long id(int field) throws DamagedCookieException {
        field(field);
        return in.signed();
    }

    private void field(int field) throws DamagedCookieException {
        if (in.nextField(field - 1) != field) {
            throw GobInput.damaged();
        }
    }

    private void endStruct() throws DamagedCookieException {
        if (in.nextField(0) >= 0) {
            throw GobInput.damaged();
        }
    }
}
