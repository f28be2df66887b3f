package io.quarkiverse.usersession.runtime.cookie;

/**
 * A {@code Set-Cookie} header value, whoever has written it, as browsers read it (RFC 6265bis §5.6).
 *
 * @param value empty too if the header makes a browser remove its cookie
 * @param domain null for a cookie of one host only
 * @param path null if the browser is to choose it: see {@link #defaultPath}
 */
record SetCookieHeader(String name, String value, String domain, String path, boolean partitioned) {

    static SetCookieHeader parse(String header) {
        int end = endOfPart(header, 0);
        int equals = header.indexOf('=');
        boolean named = equals >= 0 && equals < end;
        String name = named ? trimmed(header, 0, equals) : "";
        String value = trimmed(header, named ? equals + 1 : 0, end);
        String domain = null;
        String path = null;
        boolean partitioned = false;
        boolean expired = false;
        while (end < header.length()) {
            int start = end + 1;
            end = endOfPart(header, start);
            equals = header.indexOf('=', start);
            boolean hasValue = equals >= 0 && equals < end;
            String attribute = trimmed(header, start, hasValue ? equals : end);
            String attributeValue = hasValue ? trimmed(header, equals + 1, end) : "";
            // of several attributes of one name, the last one counts
            if (attribute.equalsIgnoreCase("Domain")) {
                domain = domain(attributeValue);
            } else if (attribute.equalsIgnoreCase("Path")) {
                path = attributeValue.startsWith("/") ? attributeValue : null;
            } else if (attribute.equalsIgnoreCase("Partitioned")) {
                partitioned = true;
            } else if (attribute.equalsIgnoreCase("Max-Age")) {
                expired = isZeroOrLess(attributeValue);
            }
        }
        return new SetCookieHeader(name, expired ? "" : value, domain, path, partitioned);
    }

    /** Whether it is for a cookie of that name. Only looks at the beginning, so that other headers need not be parsed. */
    static boolean isNamed(String header, String name) {
        int from = 0;
        while (from < header.length() && isSpace(header.charAt(from))) {
            from++;
        }
        int equals = from + name.length();
        if (!header.startsWith(name, from)) {
            return false;
        }
        while (equals < header.length() && isSpace(header.charAt(equals))) {
            equals++;
        }
        return equals < header.length() && header.charAt(equals) == '=';
    }

    /** The path of a cookie that is set without one (RFC 6265 §5.1.4). */
    static String defaultPath(String requestPath) {
        int lastSlash = requestPath.lastIndexOf('/');
        return lastSlash <= 0 || requestPath.charAt(0) != '/' ? "/" : requestPath.substring(0, lastSlash);
    }

    private static String domain(String value) {
        String domain = value.startsWith(".") ? value.substring(1) : value;
        return domain.isEmpty() ? null : domain;
    }

    /** Browsers ignore a time that they can't parse. */
    private static boolean isZeroOrLess(String seconds) {
        boolean negative = seconds.startsWith("-");
        boolean zero = true;
        for (int i = negative ? 1 : 0; i < seconds.length(); i++) {
            char digit = seconds.charAt(i);
            if (digit < '0' || digit > '9') {
                return false;
            }
            zero &= digit == '0';
        }
        return !seconds.isEmpty() && (negative || zero);
    }

    private static int endOfPart(String header, int start) {
        int end = header.indexOf(';', start);
        return end < 0 ? header.length() : end;
    }

    private static String trimmed(String header, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isSpace(header.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(header.charAt(to - 1))) {
            to--;
        }
        return header.substring(from, to);
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }
}
