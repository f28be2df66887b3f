package io.quarkiverse.usersession.runtime.format;

import java.util.List;
import java.util.Map;

/** Computes how many bytes of UTF-8 {@link JsonObject} writes for a plain value, without writing it. */
public final class JsonSize {

    private JsonSize() {
    }

    public static int of(Object value) {
        if (value instanceof String text) {
            return ofText(text);
        }
        if (value instanceof Map<?, ?> object) {
            return ofObject(object);
        }
        return value instanceof List<?> list ? ofList(list) : value.toString().length(); // of a number or boolean, in ASCII
    }

    /** Of a key and its value, without what comes between entries. */
    public static int ofEntry(String key, Object value) {
        return ofText(key) + ":".length() + of(value);
    }

    private static int ofObject(Map<?, ?> object) {
        int bytes = "{}".length() + commas(object.size());
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            bytes += ofEntry((String) entry.getKey(), entry.getValue());
        }
        return bytes;
    }

    private static int ofList(List<?> list) {
        int bytes = "[]".length() + commas(list.size());
        for (Object element : list) {
            bytes += of(element);
        }
        return bytes;
    }

    private static int commas(int elements) {
        return Math.max(0, elements - 1);
    }

    private static int ofText(String text) {
        int length = text.length();
        int bytes = "\"\"".length() + length;
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            if (character < ' ' || character > '~' || character == '"' || character == '\\') {
                if (Character.isHighSurrogate(character) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                    bytes += 2; // a pair is 4 bytes of UTF-8
                    i++;
                } else {
                    bytes += more(character);
                }
            }
        }
        return bytes;
    }

    /** How many bytes the character is written with beyond the first one. */
    private static int more(char character) {
        return switch (character) {
            case '"', '\\', '\b', '\t', '\n', '\f', '\r' -> 1; // behind a backslash
            case '\u007f' -> 0;
            default -> character < ' ' || Character.isSurrogate(character) ? "u0000".length() // UTF-8 has no half of a pair
                    : character < '\u0800' ? 1 : 2;
        };
    }
}
