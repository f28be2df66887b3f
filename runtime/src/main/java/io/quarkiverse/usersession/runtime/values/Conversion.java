package io.quarkiverse.usersession.runtime.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Turns a stored plain value into the type that the application asks for: the way back from {@link Snapshot}.
 */
public final class Conversion {

    private Conversion() {
    }

    /**
     * @param value a plain value, not null
     * @throws UnsuitableValueException if the value can't become a {@code type}
     */
    @SuppressWarnings("unchecked")
    public static <T> T to(Class<T> type, Object value) {
        Object converted = null;
        try {
            converted = convert(type, value);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            // not kept as the cause: these exceptions quote the value
        }
        if (converted == null) {
            throw new UnsuitableValueException("the stored " + kind(value) + " can't become a " + type.getTypeName());
        }
        return (T) converted;
    }

    private static Object convert(Class<?> type, Object value) {
        if (type == Set.class && value instanceof List<?> list) {
            return Collections.unmodifiableSet(new LinkedHashSet<>(list));
        }
        if (type.isInstance(value)) {
            return value;
        }
        if (value instanceof Number number) {
            return number(type, number);
        }
        if (value instanceof String text) {
            return text(type, text);
        }
        return type == boolean.class && value instanceof Boolean ? value : null;
    }

    private static Object text(Class<?> type, String text) {
        if (type == Instant.class) {
            return Instant.parse(text);
        }
        if (type == Duration.class) {
            return Duration.parse(text);
        }
        if (type == UUID.class) {
            return UUID.fromString(text);
        }
        if (type == byte[].class) {
            return Base64.getDecoder().decode(text);
        }
        return type.isEnum() ? constant(type, text) : null;
    }

    @SuppressWarnings({ "unchecked", "rawtypes" })
    private static Object constant(Class<?> type, String name) {
        return Enum.valueOf((Class<? extends Enum>) type, name);
    }

    private static Object number(Class<?> type, Number number) {
        BigDecimal decimal = new BigDecimal(number.toString());
        if (type == Integer.class || type == int.class) {
            return decimal.intValueExact();
        }
        if (type == Long.class || type == long.class) {
            return decimal.longValueExact();
        }
        if (type == Double.class || type == double.class) {
            return finite(decimal.doubleValue());
        }
        if (type == BigDecimal.class) {
            return decimal;
        }
        if (type == BigInteger.class) {
            return Math.abs((long) decimal.scale()) > Snapshot.MAX_SCALE ? null : decimal.toBigIntegerExact();
        }
        if (type == Float.class || type == float.class) {
            return finite(decimal.floatValue());
        }
        if (type == Short.class || type == short.class) {
            return decimal.shortValueExact();
        }
        return type == Byte.class || type == byte.class ? decimal.byteValueExact() : null;
    }

    private static Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    private static Float finite(float number) {
        return Float.isFinite(number) ? number : null;
    }

    private static String kind(Object value) {
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
