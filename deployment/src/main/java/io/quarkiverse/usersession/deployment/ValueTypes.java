package io.quarkiverse.usersession.deployment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jboss.jandex.ArrayType;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.JandexReflection;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.PrimitiveType;
import org.jboss.jandex.Type;

import io.quarkiverse.usersession.runtime.values.Conversion;

/**
 * Tells which types a session value can have.
 */
final class ValueTypes {

    private static final DotName STRING = DotName.createSimple(String.class);
    private static final DotName MAP = DotName.createSimple(Map.class);
    private static final Set<DotName> COLLECTIONS = Set.of(DotName.createSimple("java.util.List"),
            DotName.createSimple("java.util.Set"), DotName.createSimple("java.util.Collection"));

    // values of what these extend and implement can be any of them
    private static final List<Class<?>> STORED = List.of(String.class, Boolean.class, Integer.class, Long.class,
            BigDecimal.class, List.class, Map.class);

    private final boolean jackson;

    /** @param jackson whether the application can store records and other classes */
    ValueTypes(boolean jackson) {
        this.jackson = jackson;
    }

    /** The reason why values of this type can't be stored and read, and what to do about it; empty if they can. */
    Optional<String> problem(Type type) {
        String problem = structuralProblem(type);
        if (problem != null || jackson || isPlain(type)) {
            return Optional.ofNullable(problem);
        }
        return Optional.of("needs Jackson, because " + type + " is not a type that a session stores by itself: add the"
                + " extension quarkus-jackson");
    }

    private static boolean isPlain(Type type) {
        return switch (type.kind()) {
            case CLASS -> isPlainClass(type);
            case ARRAY -> type.equals(ArrayType.create(PrimitiveType.BYTE, 1));
            case PARAMETERIZED_TYPE -> isPlainContainer(type.asParameterizedType());
            default -> false;
        };
    }

    private static boolean isPlainContainer(ParameterizedType type) {
        List<Type> arguments = type.arguments();
        if (type.name().equals(MAP)) {
            return isPlain(arguments.get(1));
        }
        return COLLECTIONS.contains(type.name()) && isPlain(arguments.get(0));
    }

    private static boolean isPlainClass(Type type) {
        Class<?> raw = JandexReflection.loadRawType(type);
        return Conversion.isPlain(raw) || STORED.stream().anyMatch(raw::isAssignableFrom);
    }

    private static String structuralProblem(Type type) {
        return switch (type.kind()) {
            case WILDCARD_TYPE -> "has the wildcard " + type + " in its type, which is too vague: name a class";
            case TYPE_VARIABLE, UNRESOLVED_TYPE_VARIABLE, TYPE_VARIABLE_REFERENCE ->
                "has the type variable " + type + " in its type, which can be anything: name a class";
            case ARRAY -> structuralProblem(type.asArrayType().elementType());
            case PARAMETERIZED_TYPE -> structuralProblem(type.asParameterizedType());
            default -> null;
        };
    }

    private static String structuralProblem(ParameterizedType type) {
        for (Type argument : type.arguments()) {
            String problem = structuralProblem(argument);
            if (problem != null) {
                return problem;
            }
        }
        if (type.name().equals(MAP) && !type.arguments().get(0).name().equals(STRING)) {
            return "has a map with keys of type " + type.arguments().get(0) + ", and a session stores only maps with keys of"
                    + " type String: make it a Map<String, " + type.arguments().get(1) + ">";
        }
        return null;
    }

    /** The type without annotations such as those of Bean Validation, so that equal types are equal. */
    static Type withoutAnnotations(Type type) {
        return switch (type.kind()) {
            case CLASS -> ClassType.create(type.name());
            case ARRAY -> ArrayType.create(withoutAnnotations(type.asArrayType().elementType()),
                    type.asArrayType().deepDimensions());
            case PARAMETERIZED_TYPE -> ParameterizedType.create(type.name(),
                    type.asParameterizedType().arguments().stream().map(ValueTypes::withoutAnnotations).toArray(Type[]::new));
            default -> type;
        };
    }
}
