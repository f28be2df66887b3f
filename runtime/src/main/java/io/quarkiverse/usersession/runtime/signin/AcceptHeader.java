package io.quarkiverse.usersession.runtime.signin;

import java.util.List;

import io.quarkiverse.usersession.runtime.http.HeaderElements;

/** Reads the {@code Accept} header (RFC 9110 §12.5.1). */
final class AcceptHeader {

    private static final String HTML = "text/html";

    private AcceptHeader() {
    }

    /** Whether one of the lines names HTML explicitly, with a quality above 0. Programs that accept anything don't name it. */
    static boolean namesHtml(List<String> lines) {
        for (String line : lines) {
            int start = 0;
            while (start < line.length()) {
                int end = HeaderElements.endOf(',', line, start, line.length());
                if (isHtml(line, start, end)) {
                    return true;
                }
                start = end + 1;
            }
        }
        return false;
    }

    private static boolean isHtml(String line, int start, int end) {
        int typeEnd = HeaderElements.endOf(';', line, start, end);
        if (!is(HTML, line, start, typeEnd)) {
            return false;
        }
        int parameter = typeEnd + 1;
        while (parameter < end) {
            int parameterEnd = HeaderElements.endOf(';', line, parameter, end);
            int equals = line.indexOf('=', parameter);
            if (equals >= 0 && equals < parameterEnd && is("q", line, parameter, equals)) {
                return isPositive(line, equals + 1, parameterEnd);
            }
            parameter = parameterEnd + 1;
        }
        return true;
    }

    /** Whether this is an unsigned number other than 0. Any other text is not a quality. */
    private static boolean isPositive(String line, int start, int end) {
        boolean positive = false;
        boolean point = false;
        int last = skipSpaceBack(line, start, end);
        for (int i = skipSpace(line, start, last); i < last; i++) {
            char character = line.charAt(i);
            if (character == '.' && !point) {
                point = true;
            } else if (character >= '0' && character <= '9') {
                positive |= character != '0';
            } else {
                return false;
            }
        }
        return positive;
    }

    private static boolean is(String text, String line, int start, int end) {
        int first = skipSpace(line, start, end);
        int last = skipSpaceBack(line, first, end);
        return last - first == text.length() && line.regionMatches(true, first, text, 0, text.length());
    }

    private static int skipSpace(String line, int start, int end) {
        int i = start;
        while (i < end && isSpace(line.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int skipSpaceBack(String line, int start, int end) {
        int i = end;
        while (i > start && isSpace(line.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }
}
