package io.quarkiverse.usersession.runtime.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import io.quarkiverse.usersession.runtime.format.WantedFormat;

/**
 * The location that a browser wanted: path and query, as a reference that can't lead to another host (RFC 3986 §4.2).
 */
final class WantedLocation {

    // RFC 3986 §3.3 and §3.4, with the % of what is encoded already
    private static final String ALLOWED = "-._~!$&'()*+,;=:@/?%";

    private WantedLocation() {
    }

    /**
     * @param location path and query as the browser knows them, encoded
     * @return the same, with characters encoded that no URI may have; null if it is too long, or if a browser could take it as
     *         the address of another host
     */
    static String of(String location) {
        if (location.length() > WantedFormat.MAX_CHARACTERS) {
            return null; // and encoding doesn't make it shorter
        }
        String encoded = encoded(location);
        boolean ofThisHost = encoded.startsWith("/") && !encoded.startsWith("//");
        if (!ofThisHost || encoded.length() > WantedFormat.MAX_CHARACTERS) {
            return null;
        }
        try {
            new URI(encoded);
            return encoded;
        } catch (URISyntaxException e) {
            return null; // a % that encodes nothing
        }
    }

    /**
     * The page that contains a form that was sent.
     *
     * @param referer the {@code Referer} of the request; null if it has none
     * @param origin of this application, null if it is not known
     * @return path and query, encoded; null if the page does not belong to this application
     */
    static String ofReferer(String referer, String origin) {
        if (referer == null || origin == null || !referer.regionMatches(true, 0, origin, 0, origin.length())) {
            return null;
        }
        int fragment = referer.indexOf('#');
        String location = referer.substring(origin.length(), fragment < 0 ? referer.length() : fragment);
        return location.startsWith("/") ? of(location) : null;
    }

    /** Browsers send characters that no URI may have, such as a pipe in a query. */
    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            if (isAllowed(next)) {
                encoded.append((char) next);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(next));
            }
        }
        return encoded.toString();
    }

    private static boolean isAllowed(byte character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9' || ALLOWED.indexOf(character) >= 0;
    }
}
