package io.quarkiverse.usersession.runtime.foreign;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkiverse.usersession.runtime.foreign.GobType.Field;
import io.quarkiverse.usersession.runtime.foreign.GobType.Kind;
import io.quarkiverse.usersession.runtime.format.JsonObject;

/**
 * Reads a session that {@code encoding/gob} wrote: a map, most often of {@code interface{}} by {@code interface{}}, or a
 * struct. Values get the Java types closest to those of Go. Nils are left out, and so are values without such a type.
 * <p>
 * The type on the wire counts: a {@code Role} that is a string in Go is a string here. A struct becomes a map by the names of
 * its fields, without fields that are zero, because gob does not write them.
 */
final class GobReader {

    private final GobInput in;
    private final GobTypes types;
    private final GobSkipper skipper;
    private final LeftOut leftOut;

    private String sessionKey; // under which the value is that is being read, null before it is known

    private GobReader(GobInput in, LeftOut leftOut) {
        this.in = in;
        this.types = new GobTypes(in);
        this.skipper = new GobSkipper(in, types);
        this.leftOut = leftOut;
    }

    static Map<String, Object> read(byte[] bytes, LeftOut leftOut) throws DamagedCookieException {
        GobInput in = new GobInput(bytes);
        Map<String, Object> session = new GobReader(in, leftOut).message();
        in.end();
        return session;
    }

    private Map<String, Object> message() throws DamagedCookieException {
        in.enterChunk();
        GobType type = types.next();
        types.beginValue(type);
        Map<String, Object> session = switch (type.kind()) {
            case MAP -> map(type, "", 1);
            case STRUCT -> struct(type, "", 1);
            default -> throw new DamagedCookieException("holds a gob that is neither a map nor a struct");
        };
        in.leaveChunk();
        return session;
    }

    /**
     * @param goType the name of the type behind the closest interface
     * @param depth the depth of the list or map that contains the value
     * @return null if there is no value, or if a session can't hold it
     */
    private Object value(GobType type, String goType, int depth) throws DamagedCookieException {
        return switch (type.kind()) {
            case BOOL -> in.unsigned() != 0;
            case INT -> in.signed();
            case UINT -> number(in.unsigned());
            case FLOAT -> finite(in.floating());
            case BYTES -> in.bytes();
            case STRING -> text(in.bytes(), LeftOut.Value.NOT_UTF_8);
            case INTERFACE -> dynamicValue(depth);
            case LIST, MAP, STRUCT -> composite(type, goType, depth + 1);
            case ENCODED -> encodedValue(type, goType);
            case COMPLEX -> {
                skipper.skip(type);
                yield leaveOut(LeftOut.Value.ofType(goType.isEmpty() ? "complex128" : goType));
            }
        };
    }

    private static Number number(long unsigned) {
        return unsigned < 0 ? new BigInteger(Long.toUnsignedString(unsigned)) : (Number) unsigned;
    }

    private Double finite(double number) {
        return Double.isFinite(number) ? number : leaveOut(LeftOut.Value.NO_NUMBER);
    }

    private String text(byte[] bytes, String otherwise) {
        String text = Utf8.decode(bytes);
        return text == null ? leaveOut(otherwise) : text;
    }

    private Object encodedValue(GobType type, String goType) throws DamagedCookieException {
        String name = GoEncoded.name(goType, type.name());
        Object value = GoEncoded.decoded(name, in.bytes());
        return value == null ? leaveOut(LeftOut.Value.ofType(name)) : value;
    }

    /** Reads a value behind an interface: the registered name of its type, the type, and the value; null for nil. */
    private Object dynamicValue(int depth) throws DamagedCookieException {
        String goType = in.name();
        if (goType.isEmpty()) {
            return null;
        }
        Object value = value(types.enterDynamicValue(), goType, depth);
        in.leaveChunk();
        return value;
    }

    private Object composite(GobType type, String goType, int depth) throws DamagedCookieException {
        if (depth > JsonObject.MAX_DEPTH) {
            skipper.skip(type);
            return leaveOut(LeftOut.Value.TOO_DEEP);
        }
        return switch (type.kind()) {
            case LIST -> list(type, goType, depth);
            case MAP -> map(type, goType, depth);
            default -> struct(type, goType, depth);
        };
    }

    private List<Object> list(GobType type, String goType, int depth) throws DamagedCookieException {
        GobType elementType = types.get(type.elementId());
        List<Object> list = new ArrayList<>();
        for (int i = in.count(); i > 0; i--) {
            Object element = value(elementType, goType, depth);
            if (element != null) {
                list.add(element);
            }
        }
        return list;
    }

    private Map<String, Object> map(GobType type, String goType, int depth) throws DamagedCookieException {
        GobType keyType = types.get(type.keyId());
        GobType elementType = types.get(type.elementId());
        Map<String, Object> map = new LinkedHashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (int i = in.count(); i > 0; i--) {
            String key = key(keyType, goType);
            if (key == null) {
                skipper.skip(elementType);
                continue;
            }
            beginSessionKey(key, depth);
            Object element = value(elementType, goType, depth);
            if (element != null && map.put(key, element) != null) {
                ambiguous.add(key); // Go's maps have no order, so which one counts would be chance
                leaveOut(LeftOut.Value.UNDER_SAME_TEXT);
            }
            endSessionKey(depth);
        }
        map.keySet().removeAll(ambiguous);
        return map;
    }

    private Map<String, Object> struct(GobType type, String goType, int depth) throws DamagedCookieException {
        List<Field> fields = type.fields();
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = in.nextField(-1, fields.size()); i >= 0; i = in.nextField(i, fields.size())) {
            Field field = fields.get(i);
            beginSessionKey(field.name(), depth);
            Object value = value(types.get(field.typeId()), goType, depth);
            if (value != null) {
                map.put(field.name(), value);
            }
            endSessionKey(depth);
        }
        return map;
    }

    /** @return null if it has no obvious text */
    private String key(GobType type, String goType) throws DamagedCookieException {
        if (type.kind() != Kind.INTERFACE) {
            return keyText(type, goType);
        }
        String dynamicType = in.name();
        if (dynamicType.isEmpty()) {
            return leaveOut(LeftOut.Value.UNDER_NIL);
        }
        String key = keyText(types.enterDynamicValue(), dynamicType);
        in.leaveChunk();
        return key;
    }

    private String keyText(GobType type, String goType) throws DamagedCookieException {
        switch (type.kind()) {
            case STRING:
                return text(in.bytes(), LeftOut.Value.UNDER_NOT_UNICODE);
            case BOOL:
                return Boolean.toString(in.unsigned() != 0);
            case INT:
                return Long.toString(in.signed());
            case UINT:
                return Long.toUnsignedString(in.unsigned());
            case ENCODED:
                String name = GoEncoded.name(goType, type.name());
                Object key = GoEncoded.decoded(name, in.bytes());
                return key instanceof Instant || key instanceof UUID ? key.toString()
                        : leaveOut(LeftOut.Value.underKeyOfType(name));
            default:
                skipper.skip(type);
                return leaveOut(LeftOut.Value.underKeyOfType(goType));
        }
    }

    private void beginSessionKey(String key, int depth) {
        if (depth == 1) {
            sessionKey = key;
        }
    }

    private void endSessionKey(int depth) {
        if (depth == 1) {
            sessionKey = null;
        }
    }

    private <T> T leaveOut(String what) {
        leftOut.add(sessionKey, what);
        return null;
    }
}
