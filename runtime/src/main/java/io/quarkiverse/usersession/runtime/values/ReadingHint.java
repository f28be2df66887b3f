package io.quarkiverse.usersession.runtime.values;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/** Tells how a stored value can be read that has been asked for as another type. */
final class ReadingHint {

    private ReadingHint() {
    }

    /** What reads the value as it is. */
    static String callFor(Object value, Type wanted) {
        if (value instanceof String) {
            return "get(key, String.class) reads the text";
        }
        if (value instanceof List) {
            return "get(key, List.class) reads the list"
                    + (Conversion.isPlain(wanted)
                            ? ", or get(key, new TypeLiteral<List<...>>() {}) with the type of its elements"
                            : "");
        }
        if (value instanceof Map) {
            return "get(key, Map.class) reads the map"
                    + (Conversion.isPlain(wanted) ? ", or get(key, ...) with the class of the object that was stored" : "");
        }
        return "get(key, " + value.getClass().getSimpleName() + ".class) reads the " + kind(value);
    }

    /** How messages name it: they never show the value. */
    static String kind(Object value) {
        if (value instanceof String) {
            return "text";
        }
        if (value instanceof Number) {
            return "number";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        return value instanceof Map ? "map" : "list";
    }
}
