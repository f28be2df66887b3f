package io.quarkiverse.usersession.runtime.values;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;

/** Where Jackson has failed, by the names of classes and properties, such as {@code org.acme.Drawing.shapes[]}. */
final class PropertyPath {

    // enough to find the place; the path of a cycle has a thousand
    private static final int MAX_STEPS = 8;

    private final ObjectMapper mapper;

    PropertyPath(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void append(StringBuilder text, List<Reference> path) {
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
