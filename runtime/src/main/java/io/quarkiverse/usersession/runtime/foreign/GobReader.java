package io.quarkiverse.usersession.runtime.foreign;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.usersession.runtime.foreign.GobType.Kind;
import io.quarkiverse.usersession.runtime.format.JsonObject;

/**
 * Reads a session that {@code encoding/gob} wrote: a map, most often of {@code interface{}} by {@code interface{}}. Values
 * become the Java types that come next to those of Go; nils are left out.
 * <p>
 * What counts is the type on the wire: a {@code Role} that is a string in Go is a string here. Structs, arrays and types that
 * encode themselves are refused, as only the Go program knows what they mean; {@code time.Time} alone is known.
 */
final class GobReader {

    private final GobInput in;
    private final GobTypes types;

    private GobReader(GobInput in) {
        this.in = in;
        this.types = new GobTypes(in);
    }

    static Map<String, Object> read(byte[] bytes) throws DamagedCookieException {
        GobInput in = new GobInput(bytes);
        Map<String, Object> session = new GobReader(in).message();
        in.end();
        return session;
    }

    private Map<String, Object> message() throws DamagedCookieException {
        in.enterChunk();
        GobType type = types.next("");
        if (type.kind() != Kind.MAP) {
            throw new DamagedCookieException("holds a gob that is not a map");
        }
        beginSingleton();
        Map<String, Object> map = map(type, "", 1);
        in.leaveChunk();
        return map;
    }

    /** A value that is no struct stands in a message like the field of one, with the distance zero. */
    private void beginSingleton() throws DamagedCookieException {
        if (in.unsigned() != 0) {
            throw GobInput.damaged();
        }
    }

    /**
     * @param goType the name of the type behind the closest interface
     * @param depth of the list or map that the value is in
     */
    private Object value(GobType type, String goType, int depth) throws DamagedCookieException {
        return switch (type.kind()) {
            case BOOL -> in.unsigned() != 0;
            case INT -> in.signed();
            case UINT -> number(in.unsigned());
            case FLOAT -> in.floating();
            case BYTES -> in.bytes();
            case STRING -> in.text();
            case INTERFACE -> dynamicValue(false, depth);
            case SLICE -> list(type, goType, depth + 1);
            case MAP -> map(type, goType, depth + 1);
            case GOB_ENCODER -> encodedValue(goType);
            case COMPLEX -> throw DamagedCookieException.unsupported(goType);
        };
    }

    private static Number number(long unsigned) {
        return unsigned < 0 ? new BigInteger(Long.toUnsignedString(unsigned)) : (Number) unsigned;
    }

    /** A value behind an interface: the name under which its type is registered, the type, the value; null for nil. */
    private Object dynamicValue(boolean key, int depth) throws DamagedCookieException {
        String goType = in.text();
        if (goType.isEmpty()) {
            return null;
        }
        GobType type = types.next(goType);
        if (type.kind() == Kind.INTERFACE) {
            throw GobInput.damaged(); // Go has no interface behind an interface, and this would be depth that nothing counts
        }
        if (key && !type.kind().isKey()) {
            throw DamagedCookieException.unsupported(goType);
        }
        in.enterChunk();
        beginSingleton();
        Object value = value(type, goType, depth);
        in.leaveChunk();
        return value;
    }

    private Object encodedValue(String goType) throws DamagedCookieException {
        // registered by value or by pointer
        if (goType.equals("time.Time") || goType.equals("*time.Time")) {
            return GoTime.unmarshal(in.bytes());
        }
        throw DamagedCookieException.unsupported(goType);
    }

    private List<Object> list(GobType type, String goType, int depth) throws DamagedCookieException {
        checkDepth(depth);
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
        checkDepth(depth);
        GobType keyType = types.get(type.keyId());
        GobType elementType = types.get(type.elementId());
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = in.count(); i > 0; i--) {
            String key = key(keyType, goType, depth);
            Object element = value(elementType, goType, depth);
            if (element != null && map.put(key, element) != null) {
                // Go's maps have no order, so which one counts would be chance
                throw new DamagedCookieException("holds a map with keys that become the same text");
            }
        }
        return map;
    }

    private String key(GobType type, String goType, int depth) throws DamagedCookieException {
        if (type.kind() == Kind.INTERFACE) {
            Object key = dynamicValue(true, depth);
            if (key == null) {
                throw new DamagedCookieException("holds a map with the key nil");
            }
            return key.toString();
        }
        if (!type.kind().isKey()) {
            throw DamagedCookieException.unsupported(goType);
        }
        return value(type, goType, depth).toString();
    }

    private static void checkDepth(int depth) throws DamagedCookieException {
        if (depth > JsonObject.MAX_DEPTH) {
            throw new DamagedCookieException("holds lists and maps that are nested too deeply");
        }
    }
}
