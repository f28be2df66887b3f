package io.quarkiverse.usersession.runtime.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what nearly all sessions are, in a third of the time that a parser for all JSON takes: an object as {@link JsonObject}
 * writes it, of texts in ASCII without escapes, integers and booleans, and of lists and objects of these. At the first byte
 * that
 * is anything else it gives up, and leaves all of it to that parser, which also has the only say about what is no JSON.
 */
final class UsualJson {

    private static final int MAX_DEPTH = 8;

    // all integers of so many digits fit a long
    private static final int MAX_DIGITS = 18;

    private final KeyCache keys;
    private final byte[] bytes;
    private final int end;
    private int at;

    private UsualJson(KeyCache keys, byte[] bytes, int offset, int length) {
        this.keys = keys;
        this.bytes = bytes;
        this.at = offset;
        this.end = offset + length;
    }

    /** The object that has so many bytes from {@code offset} on, or null if it is not one of the usual kind. */
    static Map<String, Object> read(KeyCache keys, byte[] bytes, int offset, int length) {
        UsualJson json = new UsualJson(keys, bytes, offset, length);
        Map<String, Object> object = json.next() == '{' ? json.object(1) : null;
        return json.at == json.end ? object : null;
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (peek() == '}') {
            at++;
            return object;
        }
        int separator;
        do {
            String key = next() == '"' ? key() : null;
            Object value = key != null && next() == ':' ? value(depth) : null;
            if (value == null) {
                return null;
            }
            object.put(key, value);
            separator = next();
        } while (separator == ',');
        return separator == '}' ? object : null;
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        if (peek() == ']') {
            at++;
            return list;
        }
        int separator;
        do {
            Object value = value(depth);
            if (value == null) {
                return null;
            }
            list.add(value);
            separator = next();
        } while (separator == ',');
        return separator == ']' ? list : null;
    }

    /** Null if it is unusual, as JSON's null is. */
    private Object value(int depth) {
        int first = next();
        switch (first) {
            case '"':
                return text();
            case 't':
                return literal("rue") ? Boolean.TRUE : null;
            case 'f':
                return literal("alse") ? Boolean.FALSE : null;
            case '{':
                Map<String, Object> object = depth == MAX_DEPTH ? null : object(depth + 1);
                return object == null ? null : Collections.unmodifiableMap(object);
            case '[':
                List<Object> list = depth == MAX_DEPTH ? null : list(depth + 1);
                return list == null ? null : Collections.unmodifiableList(list);
            case '0':
                return isSeparator(peek()) ? 0 : null;
            case '-':
                return integer(true);
            default:
                at--;
                return integer(false);
        }
    }

    /** An Integer if that is enough, otherwise a Long. */
    private Number integer(boolean negative) {
        int first = at;
        int last = first;
        long number = 0;
        while (last < end && bytes[last] >= '0' && bytes[last] <= '9') {
            number = 10 * number + bytes[last++] - '0';
        }
        int digits = last - first;
        boolean usual = digits > 0 && digits <= MAX_DIGITS && bytes[first] != '0' && last < end
                && isSeparator(bytes[last]);
        if (!usual) {
            return null;
        }
        at = last;
        number = negative ? -number : number;
        if (number == (int) number) {
            return (int) number;
        }
        return number;
    }

    private boolean literal(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            if (next() != rest.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String key() {
        int start = at;
        return skipText() ? keys.text(bytes, start, at - 1 - start) : null;
    }

    private String text() {
        int start = at;
        return skipText() ? new String(bytes, start, at - 1 - start, ISO_8859_1) : null;
    }

    /** Goes behind the closing quotation mark, and says whether there is one with nothing unusual before it. */
    private boolean skipText() {
        for (int i = at; i < end; i++) {
            byte next = bytes[i];
            if (next == '"') {
                at = i + 1;
                return true;
            }
            if (next < ' ' || next == '\\') { // bytes of anything beyond ASCII are negative
                return false;
            }
        }
        return false;
    }

    private int next() {
        return at < end ? bytes[at++] : -1;
    }

    private int peek() {
        return at < end ? bytes[at] : -1;
    }

    private static boolean isSeparator(int character) {
        return character == ',' || character == '}' || character == ']';
    }
}
