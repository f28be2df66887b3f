package io.quarkiverse.usersession.runtime.values;

import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;

import io.quarkiverse.usersession.runtime.format.JsonObject;

/**
 * Turns a value that the application stores into plain JSON types that nobody can change any more: the same ones, in the same
 * form, that come back when the cookie is read.
 */
public final class Snapshots {

    static final String ACCEPTED = "String, Boolean, the boxed numbers, BigInteger, BigDecimal, Instant, Duration, UUID,"
            + " an enum, byte[], or a List, Set or Map<String, ?> of these";

    // 1E+4096 is as long as a cookie when written out, which converting it to an integer does
    static final int MAX_SCALE = 4096;

    // Jackson reads these from whatever there is, so that they say nothing of a class that implements them
    private static final Set<Class<?>> READ_FROM_ANYTHING = Set.of(Serializable.class, CharSequence.class, Iterable.class);

    private final TypedValues typed;
    private final boolean readBack;

    /** @param typed for the types that are not plain ones */
    public Snapshots(TypedValues typed) {
        this(typed, true);
    }

    /** @param readBack whether to make sure that each object can be read again as what it is */
    private Snapshots(TypedValues typed, boolean readBack) {
        this.typed = typed;
        this.readBack = readBack;
    }

    /**
     * @throws UnsuitableValueException if the value, or one inside it, is of another type, null, nested too deeply, or not a
     *         number, or is an object that could not be read again as what it is
     */
    public Object of(Object value) {
        return snapshot(value, 1);
    }

    /**
     * The same for a value that is always read as this type. It says more than the class of the value: it has type arguments,
     * and may be an interface that its implementations are read by.
     *
     * @throws UnsuitableValueException as above, or if the value could not be read again as a {@code type}
     */
    public Object of(Object value, Type type) {
        Object plain = new Snapshots(typed, false).of(value);
        if (!Conversion.isPlain(type)) {
            try {
                new Conversion(typed).read(type, plain);
            } catch (UnsuitableValueException e) {
                throw unreadable(value.getClass(), e);
            }
        }
        return plain;
    }

    /** A key that JSON can carry as UTF-8, which half of a surrogate pair can't be. */
    public static String key(String key) {
        if (!isUnicode(key)) {
            throw new UnsuitableValueException("the key is not valid Unicode, it has half of a surrogate pair in it");
        }
        return key;
    }

    /** Whether UTF-8 can carry the text, as it has no half of a surrogate pair. */
    public static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                // rare, and not worth a loop of its own
                return StandardCharsets.UTF_8.newEncoder().canEncode(text);
            }
        }
        return true;
    }

    private Object snapshot(Object value, int depth) {
        if (value instanceof String || value instanceof Boolean || value instanceof Integer) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Instant || value instanceof Duration || value instanceof UUID) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        if (value instanceof Set<?> set) {
            return set(set, deeper(depth));
        }
        if (value instanceof Collection<?> collection) {
            return list(collection, deeper(depth));
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, deeper(depth));
        }
        if (value == null) {
            throw new UnsuitableValueException("null can't be stored; leave it out, or remove a key with unset");
        }
        Object plain = snapshot(withoutNulls(typed.toPlain(value)), deeper(depth));
        if (readBack) {
            checkReadable(value.getClass(), plain);
        }
        return plain;
    }

    private void checkReadable(Class<?> type, Object plain) {
        try {
            typed.fromPlain(type, plain);
        } catch (UnsuitableValueException e) {
            if (!isReadAsSupertype(type, plain)) {
                throw unreadable(type, e);
            }
        }
    }

    /**
     * Some classes are written as what they are, and read by a type that they implement or extend: generated ones, such as
     * those of AutoValue, and those behind {@code ZoneId}, {@code Path} or {@code InetAddress}.
     */
    private boolean isReadAsSupertype(Class<?> type, Object plain) {
        for (Class<?> implemented : type.getInterfaces()) {
            if (!READ_FROM_ANYTHING.contains(implemented) && isReadAs(implemented, plain)) {
                return true;
            }
        }
        Class<?> parent = type.getSuperclass();
        if (parent == null || parent == Object.class || !isPartOf(parent, type)) {
            return false;
        }
        return isReadAs(parent, plain) || isReadAsSupertype(parent, plain);
    }

    /** Whether those who use a class only see its parent. A class of the application may well be more than its parent. */
    private static boolean isPartOf(Class<?> parent, Class<?> type) {
        return Modifier.isAbstract(parent.getModifiers())
                || type.getName().startsWith("java.") && parent.getName().startsWith("java.");
    }

    private boolean isReadAs(Class<?> type, Object plain) {
        try {
            typed.fromPlain(type, plain);
            return true;
        } catch (UnsuitableValueException e) {
            return false;
        }
    }

    private static UnsuitableValueException unreadable(Class<?> type, UnsuitableValueException reason) {
        return new UnsuitableValueException("a " + type.getTypeName()
                + " can't be stored, as the application's ObjectMapper can write it but not read it back ("
                + reason.getMessage() + "); make it a record, give it what Jackson needs to read it, such as a constructor with"
                + " @JsonCreator, or store an id instead"
                + (type.getTypeParameters().length == 0 ? "" : "; a SessionValue reads it with its type arguments"));
    }

    /** A null field is left out. */
    private static Object withoutNulls(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> rest = new LinkedHashMap<>();
            map.forEach((key, element) -> {
                if (element != null) {
                    rest.put(key, withoutNulls(element));
                }
            });
            return rest;
        }
        if (value instanceof List<?> list) {
            return list.stream().filter(Objects::nonNull).map(Snapshots::withoutNulls).toList();
        }
        return value;
    }

    private static Number number(Number number) {
        if (number instanceof Long || number instanceof Short || number instanceof Byte) {
            return shortest(BigInteger.valueOf(number.longValue()));
        }
        if (number instanceof BigInteger integer) {
            return shortest(integer);
        }
        if (number instanceof BigDecimal decimal) {
            return decimal(decimal);
        }
        if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new UnsuitableValueException("NaN and infinities are not JSON numbers and can't be stored");
            }
            return decimal(new BigDecimal(number.toString()));
        }
        throw new UnsuitableValueException("a " + number.getClass().getTypeName() + " can't be stored; store a " + ACCEPTED);
    }

    /** Whether a session can hold the number. */
    public static boolean isHeld(BigDecimal decimal) {
        return Math.abs((long) decimal.scale()) <= MAX_SCALE;
    }

    private static Number decimal(BigDecimal decimal) {
        if (!isHeld(decimal)) {
            throw new UnsuitableValueException("a BigDecimal with a scale beyond " + MAX_SCALE + " can't be stored");
        }
        return decimal.scale() == 0 ? shortest(decimal.unscaledValue()) : decimal;
    }

    /** As a JSON reader gives it back: an Integer if that is enough, otherwise a Long, otherwise a BigInteger. */
    private static Number shortest(BigInteger integer) {
        int bits = integer.bitLength();
        if (bits < Integer.SIZE) {
            return integer.intValue();
        }
        return bits < Long.SIZE ? (Number) integer.longValue() : integer;
    }

    /** A set that has no order gets one, so that equal sets are equal lists on every replica. */
    private List<Object> set(Set<?> values, int depth) {
        List<Object> list = list(values, depth);
        if (values instanceof LinkedHashSet || values instanceof SortedSet) {
            return list;
        }
        List<Object> sorted = new ArrayList<>(list);
        sorted.sort(Comparator.comparing(Object::toString));
        return Collections.unmodifiableList(sorted);
    }

    private List<Object> list(Collection<?> values, int depth) {
        List<Object> list = new ArrayList<>(values.size());
        for (Object value : values) {
            list.add(snapshot(value, depth));
        }
        return Collections.unmodifiableList(list);
    }

    private Map<String, Object> map(Map<?, ?> values, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw new UnsuitableValueException("a Map needs keys of type String to be stored");
            }
            map.put(key(key), snapshot(entry.getValue(), depth));
        }
        return Collections.unmodifiableMap(map);
    }

    private static int deeper(int depth) {
        if (depth == JsonObject.MAX_DEPTH) {
            throw new UnsuitableValueException("lists and maps nested more than " + (JsonObject.MAX_DEPTH - 1)
                    + " deep can't be stored");
        }
        return depth + 1;
    }
}
