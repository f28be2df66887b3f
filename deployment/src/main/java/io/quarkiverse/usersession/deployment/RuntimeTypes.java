package io.quarkiverse.usersession.deployment;

import java.lang.reflect.Type;

import org.jboss.jandex.ArrayType;
import org.jboss.jandex.ParameterizedType;

import io.quarkus.deployment.recording.RecorderContext;
import io.quarkus.runtime.types.GenericArrayTypeImpl;
import io.quarkus.runtime.types.ParameterizedTypeImpl;

/** Makes types that a recorder takes to run time, of classes that are not loaded before. */
final class RuntimeTypes {

    private final RecorderContext context;

    RuntimeTypes(RecorderContext context) {
        this.context = context;
    }

    /** @param type a class, or a parameterized type or array of such */
    Type of(org.jboss.jandex.Type type) {
        return switch (type.kind()) {
            case PARAMETERIZED_TYPE -> parameterized(type.asParameterizedType());
            case ARRAY -> array(type.asArrayType());
            default -> context.classProxy(type.name().toString());
        };
    }

    private Type parameterized(ParameterizedType type) {
        return new ParameterizedTypeImpl(context.classProxy(type.name().toString()),
                type.arguments().stream().map(this::of).toArray(Type[]::new));
    }

    private Type array(ArrayType type) {
        Type component = of(type.componentType());
        return component == byte.class ? byte[].class : new GenericArrayTypeImpl(component);
    }
}
