package io.quarkiverse.usersession.runtime.values;

import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.util.Set;

/** Makes sure that an object which has been written can be read again as what it is. */
final class ReadBack {

    // Jackson reads these from whatever there is, so that they say nothing of a class that implements them
    private static final Set<Class<?>> READ_FROM_ANYTHING = Set.of(Serializable.class, CharSequence.class, Iterable.class);

    private final TypedValues typed;

    ReadBack(TypedValues typed) {
        this.typed = typed;
    }

    /** @throws UnsuitableValueException if the plain value can't be read again as what it was */
    void check(Class<?> type, Object plain) {
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

    static UnsuitableValueException unreadable(Class<?> type, UnsuitableValueException reason) {
        return new UnsuitableValueException("a " + type.getTypeName()
                + " can't be stored, because the application's ObjectMapper can write it but not read it back ("
                + reason.getMessage() + "); make it a record, give it what Jackson needs to read it, such as a constructor with"
                + " @JsonCreator, or store an id instead"
                + (type.getTypeParameters().length == 0 ? "" : "; a SessionValue reads it with its type arguments"));
    }
}
