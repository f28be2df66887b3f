package io.quarkiverse.usersession.runtime.format;

import java.util.List;
import java.util.Map;

/**
 * How long JSON can become at most, told without writing it: nearly all sessions are far from the limit, and that is all that
 * needs to be known of them.
 */
final class JsonBound {

    // \u001f, the longest that becomes of a char
    private static final int ESCAPE_BYTES = 6;
    private static final int INTEGER_BYTES = "-2147483648".length();
    private static final int LONG_BYTES = "-9223372036854775808".length();

    /** More than any session may have: what it is, writing it tells. */
    private static final long UNKNOWN = Integer.MAX_VALUE;

    private JsonBound() {
    }

    /** The object is never longer than so many bytes. */
    static long of(Map<?, ?> object) {
        long bytes = 2;
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            bytes += of(entry.getKey()) + of(entry.getValue()) + 2;
        }
        return bytes;
    }

    private static long of(Object value) {
        if (value instanceof String text) {
            return ofText(text);
        }
        if (value instanceof Integer || value instanceof Boolean) {
            return INTEGER_BYTES;
        }
        if (value instanceof Long) {
            return LONG_BYTES;
        }
        if (value instanceof Map<?, ?> object) {
            return of(object);
        }
        return value instanceof List<?> list ? ofList(list) : UNKNOWN;
    }

    private static long ofList(List<?> list) {
        long bytes = 2;
        for (Object element : list) {
            bytes += of(element) + 1;
        }
        return bytes;
    }

    private static long ofText(String text) {
        int length = text.length();
        long bytes = 2L + length;
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            if (character < ' ' || character > '~' || character == '"' || character == '\\') {
                bytes += ESCAPE_BYTES - 1;
            }
        }
        return bytes;
    }
}
