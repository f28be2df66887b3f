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
        ObjectMapper jackson = mapper.get();
        try {
            return jackson.convertValue(value, Object.class);
        } catch (RuntimeException | StackOverflowError e) {
            // not kept as the cause: Jackson's messages quote the value, and so may those of the class itself
            throw new UnsuitableValueException("a " + value.getClass().getTypeName()
                    + " can't be stored, because the application's ObjectMapper can't write it: "
                    + new JacksonReason(jackson).of(e)
                    + "; store an id instead and look the object up with it, or store a record with the few values that the"
                    + " session needs. A native executable needs @SessionData on the class, or a SessionValue of it");
        }
    }

    @Override
    public Object fromPlain(Type type, Object value) {
        ObjectMapper jackson = mapper.get();
        Object converted;
        try {
            converted = jackson.convertValue(value, jackson.constructType(type));
        } catch (RuntimeException | StackOverflowError e) {
            // as above
            throw new UnsuitableValueException(Conversion.impossible(type, value) + ": " + new JacksonReason(jackson).of(e));
        }
        if (converted == null) {
            throw new UnsuitableValueException(Conversion.impossible(type, value));
        }
        return converted;
    }
}
