package io.quarkiverse.usersession.runtime.cookie;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds a cookie in the {@code Cookie} header lines of a request (RFC 6265 §4.2.1). There may be several cookies of one name,
 * set for different paths or domains or by somebody else, and HTTP/2 may split the header into several lines (RFC 9113
 * §8.2.3).
 */
public final class CookieHeader {

    private CookieHeader() {
    }

    /** The values of all cookies of that name that have one, in the order in which they were sent. */
    public static List<String> values(List<String> lines, String name) {
        List<String> values = List.of();
        for (String line : lines) {
            int start = 0;
            while (start < line.length()) {
                int end = line.indexOf(';', start);
                if (end < 0) {
                    end = line.length();
                }
                String value = valueOf(name, line, start, end);
                if (value != null && !value.isEmpty()) {
                    values = with(values, value);
                }
                start = end + 1;
            }
        }
        return values;
    }

    /** Nearly all requests have one. */
    private static List<String> with(List<String> values, String value) {
        if (values.isEmpty()) {
            return List.of(value);
        }
        List<String> more = values.size() == 1 ? new ArrayList<>(values) : values;
        more.add(value);
        return more;
    }

    /** The value of the pair between start and end, or null if it has another name. */
    private static String valueOf(String name, String line, int start, int end) {
        int from = start;
        while (from < end && isSpace(line.charAt(from))) {
            from++;
        }
        int equals = from + name.length();
        if (equals >= end || line.charAt(equals) != '=' || !line.startsWith(name, from)) {
            return null;
        }
        int first = equals + 1;
        int last = end;
        while (first < last && isSpace(line.charAt(first))) {
            first++;
        }
        while (last > first && isSpace(line.charAt(last - 1))) {
            last--;
        }
        if (last - first >= 2 && line.charAt(first) == '"' && line.charAt(last - 1) == '"') {
            first++;
            last--;
        }
        return line.substring(first, last);
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }
}
