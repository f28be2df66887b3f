package io.quarkiverse.usersession.runtime.values;

import java.lang.reflect.Type;

/**
 * Takes records and other classes of the application apart into plain values, and puts them together again.
 */
public interface TypedValues {

    /** For applications without Jackson: the exceptions say what to add. */
    TypedValues UNAVAILABLE = new TypedValues() {

        @Override
        public Object toPlain(Object value) {
            throw new UnsuitableValueException("a " + value.getClass().getTypeName() + " can't be stored; store a "
                    + Snapshots.ACCEPTED + "; for records and other classes add the extension quarkus-jackson");
        }

        @Override
        public Object fromPlain(Type type, Object value) {
            throw new UnsuitableValueException(Conversion.impossible(type, value)
                    + "; for records and other classes add the extension quarkus-jackson");
        }
    };

    /**
     * @return maps, lists, strings, numbers and booleans, in which there may be nulls
     * @throws UnsuitableValueException if the value can't be taken apart
     */
    Object toPlain(Object value);

    /**
     * @param value a plain value
     * @throws UnsuitableValueException if it can't become a {@code type}
     */
    Object fromPlain(Type type, Object value);
}
