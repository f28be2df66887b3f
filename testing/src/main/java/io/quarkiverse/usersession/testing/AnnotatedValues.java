package io.quarkiverse.usersession.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.quarkiverse.usersession.runtime.format.JsonObject;

/** Reads the values of a {@link TestSession}: {@code key=text} and {@code key:=json}. */
final class AnnotatedValues {

    private AnnotatedValues() {
    }

    static Map<String, Object> of(String... texts) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String text : texts) {
            int end = text.indexOf('=');
            if (end < 0) {
                throw new IllegalArgumentException("@TestSession has a value without a key, \"" + text
                        + "\": write key=text or key:=json");
            }
            String value = text.substring(end + 1);
            if (end > 0 && text.charAt(end - 1) == ':') {
                values.put(text.substring(0, end - 1), json(text, value));
            } else {
                values.put(text.substring(0, end), value);
            }
        }
        return values;
    }

    private static Object json(String text, String value) {
        Map<String, Object> object = null;
        try {
            object = new JsonObject().read(("{\"value\":" + value + "}").getBytes(StandardCharsets.UTF_8), 0);
        } catch (IOException | RuntimeException e) {
            // said below
        }
        if (object == null || object.size() != 1) {
            throw new IllegalArgumentException("@TestSession has a value that is no JSON, \"" + text
                    + "\": write key=text for a text");
        }
        return object.get("value");
    }
}
