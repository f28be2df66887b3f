package io.quarkiverse.usersession.runtime.origin;

/**
 * Whether an {@code Origin} header (RFC 6454 §7) names the host and port to which the request was sent. Schemes are not
 * compared, because a proxy that ends TLS may not tell which one the browser used. Go's {@code http.CrossOriginProtection} does
 * the same.
 */
final class OwnOrigin {

    private static final String SEPARATOR = "://";
    private static final int MAX_PORT_DIGITS = 5;

    private OwnOrigin() {
    }

    /**
     * @param host the host of the request; null if it has none
     * @param port the port of the request; negative if it is the default port of its scheme
     */
    static boolean is(String origin, String host, int port) {
        if (host == null || host.isEmpty()) {
            return false;
        }
        int defaultPort = defaultPort(origin);
        int start = origin.indexOf(SEPARATOR) + SEPARATOR.length();
        if (defaultPort < 0 || !origin.regionMatches(true, start, host, 0, host.length())) {
            return false;
        }
        int originPort = port(origin, start + host.length(), defaultPort);
        return originPort >= 0 && originPort == (port < 0 ? defaultPort : port);
    }

    private static int defaultPort(String origin) {
        if (origin.startsWith("https" + SEPARATOR)) {
            return 443;
        }
        return origin.startsWith("http" + SEPARATOR) ? 80 : -1;
    }

    /** @return negative if it is not a port */
    private static int port(String origin, int start, int defaultPort) {
        int digits = origin.length() - start - 1;
        if (digits < 0) {
            return defaultPort;
        }
        if (digits == 0 || digits > MAX_PORT_DIGITS || origin.charAt(start) != ':') {
            return -1;
        }
        int port = 0;
        for (int i = start + 1; i < origin.length(); i++) {
            int digit = origin.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            port = port * 10 + digit;
        }
        return port;
    }
}
