package io.quarkiverse.usersession.runtime.signin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where a browser wanted to go: path and query, as a reference that can't lead to another host (RFC 3986 §4.2).
 */
final class WantedLocation {

    /** Longer ones would take too much of the room that the application's values have in the cookie. */
    static final int MAX_CHARACTERS = 512;

    // RFC 3986 §3.3 and §3.4, with the % of what is encoded already
    private static final String ALLOWED = "-._~!$&'()*+,;=:@/?%";

    private WantedLocation() {
    }

    /**
     * @param path as the request has it, encoded
     * @param query likewise, null if there is none
     * @return empty if it is too long, or a browser could take it for the address of another host
     */
    static Optional<URI> of(String path, String query) {
        String location = encoded(query == null ? path : path + '?' + query);
        boolean ofThisHost = location.startsWith("/") && !location.startsWith("//");
        if (!ofThisHost || location.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(location));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a % that encodes nothing
        }
    }

    /** Browsers send characters that no URI may have, such as a pipe in a query. */
    private static String encoded(String text) {
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
