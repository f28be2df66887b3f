package io.quarkiverse.usersession.runtime.cookie;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Goes through the cookies of one name in the {@code Cookie} header lines of a request (RFC 6265 §4.2.1). There may be several
 * of them, set for different paths or domains or by somebody else, and HTTP/2 may split the header into several lines (RFC 9113
 * §8.2.3). Nothing is copied before it is asked for: a request can have more than a thousand cookies of one name.
 */
public final class CookieHeader {

    private final Iterator<String> lines;
    private final String name;

    private String line = "";
    private int next; // where the next pair of the line begins
    private int from;
    private int to;

    public CookieHeader(List<String> lines, String name) {
        this.lines = lines.iterator();
        this.name = name;
    }

    /** The values of all cookies of that name that have one, in the order in which they were sent. */
    public static List<String> values(List<String> lines, String name) {
        List<String> values = new ArrayList<>();
        for (CookieHeader cookies = new CookieHeader(lines, name); cookies.next();) {
            values.add(cookies.value());
        }
        return values;
    }

    /**
     * Goes on to the next cookie of the name that has a value, in the order in which they were sent.
     *
     * @return false if there is none
     */
    public boolean next() {
        while (true) {
            while (next < line.length()) {
                int start = next;
                int end = line.indexOf(';', start);
                if (end < 0) {
                    end = line.length();
                }
                next = end + 1;
                if (find(start, end) && from < to) {
                    return true;
                }
            }
            if (!lines.hasNext()) {
                return false;
            }
            line = lines.next();
            next = 0;
        }
    }

    /** The line that the cookie is in: its value goes from {@link #from} to {@link #to}. */
    public String line() {
        return line;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    public String value() {
        return line.substring(from, to);
    }

    /** Looks for a value in the pair between start and end. False if the pair has another name. */
    private boolean find(int start, int end) {
        int first = start;
        while (first < end && isSpace(line.charAt(first))) {
            first++;
        }
        int equals = first + name.length();
        if (equals >= end || line.charAt(equals) != '=' || !line.startsWith(name, first)) {
            return false;
        }
        first = equals + 1;
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
        from = first;
        to = last;
        return true;
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }
}
