package io.quarkiverse.usersession.runtime.values;

import java.lang.reflect.Type;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Records and other classes by the application's {@code ObjectMapper}, with its settings and modules. Loaded only where
 * Jackson is there.
 */
public final class JacksonValues implements TypedValues {

    private final Supplier<ObjectMapper> mapper;

    /** @param mapper asked when it is first needed, as the application's beans are not there when it begins to start */
    public JacksonValues(Supplier<ObjectMapper> mapper) {
        this.mapper = mapper;
    }

    @Override
    public Object toPlain(Object value) {
        try {
            return mapper.get().convertValue(value, Object.class);
        } catch (RuntimeException e) {
            // not kept as the cause: Jackson's messages quote the value, and so may those of the class itself
            throw new UnsuitableValueException("a " + value.getClass().getTypeName()
                    + " can't be stored, as the application's ObjectMapper can't write it; store a " + Snapshot.ACCEPTED
                    + ", or a class that Jackson can write and read, which a native executable must know by @SessionData or as"
                    + " a SessionValue");
        }
    }

    @Override
    public Object fromPlain(Type type, Object value) {
        Object converted = null;
        try {
            converted = mapper.get().convertValue(value, mapper.get().constructType(type));
        } catch (RuntimeException e) {
            // as above
        }
        if (converted == null) {
            throw new UnsuitableValueException(Conversion.impossible(type, value));
        }
        return converted;
    }
}
