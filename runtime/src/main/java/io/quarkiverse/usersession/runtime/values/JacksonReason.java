package io.quarkiverse.usersession.runtime.values;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;

/**
 * Says why Jackson has failed by the names of exceptions, classes and properties. Its own messages are not used, as they quote
 * values.
 */
final class JacksonReason {

    // enough to find the place; the path of a cycle has a thousand
    private static final int MAX_STEPS = 8;
    private static final int MAX_CAUSES = 20;

    private final ObjectMapper mapper;

    JacksonReason(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** One line such as {@code InvalidDefinitionException for type org.acme.Shape at org.acme.Drawing.shapes[]}. */
    String of(Throwable failure) {
        JsonMappingException mapping = null;
        Throwable root = failure;
        for (int i = 0; i < MAX_CAUSES; i++) {
            if (mapping == null && root instanceof JsonMappingException found) {
                mapping = found;
            }
            if (root.getCause() == null || root.getCause() == root) {
                break;
            }
            root = root.getCause();
        }
        if (mapping == null) {
            return name(root);
        }
        StringBuilder text = new StringBuilder(name(mapping));
        if (root != mapping) {
            text.append(" (").append(name(root)).append(')');
        }
        Class<?> type = type(mapping);
        if (type != null) {
            text.append(" for type ").append(type.getTypeName());
        }
        appendPath(text, mapping.getPath());
        return text.toString();
    }

    private static String name(Throwable e) {
        boolean wellKnown = e.getClass().getName().startsWith("com.fasterxml.jackson.");
        return wellKnown ? e.getClass().getSimpleName() : e.getClass().getName();
    }

    /** @return null if the exception is about none */
    private static Class<?> type(JsonMappingException e) {
        if (e instanceof InvalidDefinitionException definition) {
            JavaType type = definition.getType();
            return type == null ? null : type.getRawClass();
        }
        return e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    }

    private void appendPath(StringBuilder text, List<Reference> path) {
        Set<String> seen = new HashSet<>();
        int steps = 0;
        for (Reference step : path) {
            Class<?> type = typeOf(step);
            if (type == null) {
                break;
            }
            text.append(steps == 0 ? " at " + type.getTypeName() : "");
            if (++steps > MAX_STEPS) {
                text.append("...");
                break;
            }
            // the keys of maps and unknown properties are data
            String property = step.getFieldName() == null || Map.class.isAssignableFrom(type) ? "[]"
                    : "." + (isPropertyOf(type, step.getFieldName()) ? step.getFieldName() : "?");
            text.append(property);
            if (!property.equals("[]") && !seen.add(type.getName() + property)) {
                text.append("..., a cycle");
                break;
            }
        }
    }

    private static Class<?> typeOf(Reference step) {
        Object from = step.getFrom();
        return from instanceof Class<?> type || from == null ? (Class<?>) from : from.getClass();
    }

    private boolean isPropertyOf(Class<?> type, String name) {
        try {
            JavaType javaType = mapper.constructType(type);
            BeanDescription written = mapper.getSerializationConfig().introspect(javaType);
            BeanDescription read = mapper.getDeserializationConfig().introspect(javaType);
            return has(written, name) || has(read, name);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static boolean has(BeanDescription description, String name) {
        for (BeanPropertyDefinition property : description.findProperties()) {
            if (property.getName().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
