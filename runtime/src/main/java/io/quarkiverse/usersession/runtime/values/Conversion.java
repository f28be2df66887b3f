package io.quarkiverse.usersession.runtime.values;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Converts a stored plain value to the type that the application requests: the opposite of {@link Snapshots}.
 */
public final class Conversion {

    private final TypedValues typed;

    /** @param typed converts types that are not plain */
    public Conversion(TypedValues typed) {
        this.typed = typed;
    }

    /**
     * @param type a class, or a list, set or map of types
     * @param value a plain value, not null
     * @throws UnsuitableValueException if the value can't be converted to {@code type}; the message says how it can be read
     */
    public Object to(Type type, Object value) {
        try {
            return read(type, value);
        } catch (UnsuitableValueException e) {
            throw new UnsuitableValueException(e.getMessage() + "; " + ReadingHint.callFor(value, type));
        }
    }

    /** @throws UnsuitableValueException if the value can't be converted to {@code type} */
    Object read(Type type, Object value) {
        Object converted = null;
        try {
            converted = type instanceof ParameterizedType parameterized ? container(parameterized, value) : plain(type, value);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            // not kept as the cause: these exceptions quote the value
        }
        if (converted != null) {
            return converted;
        }
        if (isPlain(type)) {
            throw new UnsuitableValueException(impossible(type, value));
        }
        return typed.fromPlain(type, value);
    }

    static String impossible(Type type, Object value) {
        return "the stored " + ReadingHint.kind(value) + " can't become a " + type.getTypeName();
    }

    /** Converts to a list, set or map with elements of a known type; null if it is something else. */
    private Object container(ParameterizedType type, Object value) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Map.class && arguments[0] == String.class && value instanceof Map<?, ?> map) {
            Map<Object, Object> converted = new LinkedHashMap<>();
            map.forEach((key, element) -> converted.put(key, read(arguments[1], element)));
            return Collections.unmodifiableMap(converted);
        }
        if (value instanceof List<?> list) {
            if (type.getRawType() == List.class || type.getRawType() == Collection.class) {
                return Collections.unmodifiableList(elements(arguments[0], list, new ArrayList<>()));
            }
            if (type.getRawType() == Set.class) {
                return Collections.unmodifiableSet(elements(arguments[0], list, new LinkedHashSet<>()));
            }
        }
        return null;
    }

    private <C extends Collection<Object>> C elements(Type type, List<?> list, C converted) {
        for (Object element : list) {
            converted.add(read(type, element));
        }
        return converted;
    }

    private static Object plain(Type type, Object value) {
        return type instanceof Class<?> target ? convert(target, value) : null;
    }

    private static Object convert(Class<?> type, Object value) {
        if (type == Set.class && value instanceof List<?> list) {
            return Collections.unmodifiableSet(new LinkedHashSet<>(list));
        }
        if (type.isInstance(value)) {
            return value;
        }
        if (value instanceof Number number) {
            return NumberConversion.to(type, number);
        }
        if (value instanceof String text) {
            return TextConversion.to(type, text);
        }
        return type == boolean.class && value instanceof Boolean ? value : null;
    }

    /** Whether conversion ends here: such types are never converted by the application's mapper. */
    public static boolean isPlain(Type type) {
        return type instanceof Class<?> target && (target.isPrimitive() || target.isEnum() || target == byte[].class
                || Number.class.isAssignableFrom(target) && target.getName().startsWith("java.")
                || target == String.class || target == Boolean.class || target == Instant.class || target == Duration.class
                || target == UUID.class || target == List.class || target == Set.class || target == Collection.class
                || target == Map.class || target == Object.class);
    }
}
