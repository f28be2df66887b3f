package io.quarkiverse.usersession.runtime.dev;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import io.quarkiverse.usersession.runtime.cookie.CookieHeader;

/**
 * A text that somebody has copied from a browser's tools or a log: the value of a cookie, {@code name=value}, or a line of a
 * {@code Cookie} or {@code Set-Cookie} header.
 */
final class PastedCookie {

    private static final List<String> HEADER_NAMES = List.of("set-cookie:", "cookie:");
    private static final Set<String> ATTRIBUTES = Set.of("max-age", "expires", "path", "domain", "samesite");
    private static final int MAX_COOKIES = 50; // of one domain, as browsers have at least (RFC 6265 §6.1)

    private final String line;
    private final boolean isHeader;

    private PastedCookie(String line, boolean isHeader) {
        this.line = line;
        this.isHeader = isHeader;
    }

    static PastedCookie of(String text) {
        String line = text == null ? "" : text.strip();
        for (String header : HEADER_NAMES) {
            if (line.regionMatches(true, 0, header, 0, header.length())) {
                return new PastedCookie(line.substring(header.length()).strip(), true);
            }
        }
        return new PastedCookie(line, false);
    }

    /** The values of the cookies with that name; empty also if the text has no names. */
    List<String> values(String cookieName) {
        return CookieHeader.values(List.of(line), cookieName);
    }

    /** All cookies with a name and a value, as many as a browser has. */
    List<Named> all() {
        return Stream.of(line.split(";", MAX_COOKIES + 1)).limit(MAX_COOKIES)
                .map(Named::of)
                .filter(cookie -> !cookie.value().isEmpty() && !ATTRIBUTES.contains(cookie.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The value if it was pasted alone; empty if there is none, or if the text has names, which tell the session. */
    String bareValue() {
        String pair = line.split(";", 2)[0].strip();
        int equals = pair.indexOf('=');
        return isHeader || line.contains(";") || equals >= 0 && !endsInPadding(pair, equals) ? "" : pair;
    }

    boolean isEmpty() {
        return line.isEmpty();
    }

    /** Other systems pad the base64 of their cookies to a multiple of 4 characters. */
    private static boolean endsInPadding(String text, int equals) {
        return text.length() % 4 == 0 && text.substring(equals).matches("=+");
    }

    /** Leaves out the cookies, because this text may end up in a log. */
    @Override
    public String toString() {
        return "PastedCookie";
    }

    /** @param value empty if there is none */
    record Named(String name, String value) {

        static Named of(String pair) {
            int equals = pair.indexOf('=');
            return equals < 0 ? new Named(pair.strip(), "")
                    : new Named(pair.substring(0, equals).strip(),
                            pair.substring(equals + 1).strip());
        }

        /** Without the value: this text may end up in a log. */
        @Override
        public String toString() {
            return "Named";
        }
    }
}
