package io.quarkiverse.usersession.runtime.values;

import java.lang.reflect.Type;
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

    private final TypedValues typed;
    private final ReadBack readBack; // null if objects are not read back

    /** @param typed converts types that are not plain */
    public Snapshots(TypedValues typed) {
        this(typed, new ReadBack(typed));
    }

    private Snapshots(TypedValues typed, ReadBack readBack) {
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
        Object plain = new Snapshots(typed, null).of(value);
        if (!Conversion.isPlain(type)) {
            try {
                new Conversion(typed).read(type, plain);
            } catch (UnsuitableValueException e) {
                throw ReadBack.unreadable(value.getClass(), e);
            }
        }
        return plain;
    }

    private Object snapshot(Object value, int depth) {
        if (value instanceof String || value instanceof Boolean || value instanceof Integer) {
            return value;
        }
        if (value instanceof Number number) {
            return PlainNumbers.of(number);
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
            throw new UnsuitableValueException("null can't be stored; leave it out, or use unset to remove a key");
        }
        Object plain = snapshot(withoutNulls(typed.toPlain(value)), deeper(depth));
        if (readBack != null) {
            readBack.check(value.getClass(), plain);
        }
        return plain;
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
            map.put(Unicode.requireValid(key), snapshot(entry.getValue(), depth));
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
