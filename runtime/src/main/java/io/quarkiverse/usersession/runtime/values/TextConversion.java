package io.quarkiverse.usersession.runtime.values;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Turns a stored text into the type that the application asks for. */
final class TextConversion {

    private TextConversion() {
    }

    /**
     * @return null if values of this type are not stored as text
     * @throws IllegalArgumentException or {@link java.time.DateTimeException} if the text is none of this type
     */
    static Object to(Class<?> type, String text) {
        if (type == Instant.class) {
            return Instant.parse(text);
        }
        if (type == Duration.class) {
            return Duration.parse(text);
        }
        if (type == UUID.class) {
            return UUID.fromString(text);
        }
        if (type == byte[].class) {
            return Base64.getDecoder().decode(text);
        }
        return type.isEnum() ? constant(type, text) : null;
    }

    @SuppressWarnings({ "unchecked", "rawtypes" })
    private static Object constant(Class<?> type, String name) {
        return Enum.valueOf((Class<? extends Enum>) type, name);
    }
}
