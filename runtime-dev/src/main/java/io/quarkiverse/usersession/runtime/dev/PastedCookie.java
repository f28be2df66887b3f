package io.quarkiverse.usersession.runtime.dev;

import java.util.List;

import io.quarkiverse.usersession.runtime.cookie.CookieHeader;

/**
 * What somebody has copied from a browser's tools or a log: the value of a cookie, {@code name=value}, or a line of a
 * {@code Cookie} or {@code Set-Cookie} header.
 */
final class PastedCookie {

    private static final List<String> HEADER_NAMES = List.of("set-cookie:", "cookie:");

    private final String line;

    private PastedCookie(String line) {
        this.line = line;
    }

    static PastedCookie of(String text) {
        String line = text == null ? "" : text.strip();
        for (String header : HEADER_NAMES) {
            if (line.regionMatches(true, 0, header, 0, header.length())) {
                line = line.substring(header.length()).strip();
            }
        }
        return new PastedCookie(line);
    }

    /** The values of the cookies of that name; empty also where no name was given. */
    List<String> values(String cookieName) {
        return CookieHeader.values(List.of(line), cookieName);
    }

    /** The value without regard to its name: of the first of several cookies. Empty if there is none. */
    String anyValue() {
        String pair = line.split(";", 2)[0].strip();
        int equals = pair.indexOf('=');
        return equals > 0 && !endsInPadding(pair, equals) ? pair.substring(equals + 1).strip() : pair;
    }

    /** Other systems pad the base64 of their cookies to a multiple of 4 characters. */
    private static boolean endsInPadding(String text, int equals) {
        return text.length() % 4 == 0 && text.substring(equals).matches("=+");
    }

    /** Without the cookies: this text may end up in a log. */
    @Override
    public String toString() {
        return "PastedCookie";
    }
}
