package io.quarkiverse.usersession.runtime.origin;

/**
 * What a request says about where it comes from.
 *
 * @param handshake whether it opens a WebSocket
 * @param path without dot segments, and without a query
 * @param fetchSite the {@code Sec-Fetch-Site} header, null if there is none: browsers send it over HTTPS, and to this machine
 * @param origin the {@code Origin} header, null if there is none
 * @param host as Quarkus sees it behind its proxy settings, null if the request doesn't tell
 * @param port likewise, negative if it is the default one of the scheme
 */
public record RequestOrigin(String method, boolean handshake, String path, String fetchSite, String origin, String host,
        int port) {

    /** Whether headers alone tell that no other origin has made the request, so that nothing else has to be looked at. */
    public static boolean isOwn(String fetchSite, String origin) {
        return fetchSite == null ? origin == null : fetchSite.equals("same-origin") || fetchSite.equals("none");
    }

    boolean isOwn() {
        return isOwn(fetchSite, origin) || fetchSite == null && OwnOrigin.is(origin, host, port);
    }

    /** Whether it can be trusted by its origin: browsers send {@code null} where they don't want to tell one. */
    boolean hasOrigin() {
        return origin != null && !origin.equals("null");
    }

    /** Whether it would be of the same origin if the host were another one. */
    boolean isToldByItsHost() {
        return fetchSite == null && hasOrigin();
    }

    /** As the {@code Host} header would write it. */
    String authority() {
        return host == null ? "" : port < 0 ? host : host + ":" + port;
    }
}
