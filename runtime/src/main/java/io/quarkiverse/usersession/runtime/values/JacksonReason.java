package io.quarkiverse.usersession.runtime.values;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/**
 * Says why Jackson has failed by the names of exceptions, classes and properties. Its own messages are not used, as they quote
 * values.
 */
final class JacksonReason {

    private static final int MAX_CAUSES = 20;

    private final PropertyPath path;

    JacksonReason(ObjectMapper mapper) {
        this.path = new PropertyPath(mapper);
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
        path.append(text, mapping.getPath());
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
}
