package io.quarkiverse.usersession.runtime.origin;

/**
 * What a request says about its origin.
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

    /** What browsers send as {@code Origin} if they don't want to tell it. */
    public static final String UNTOLD = "null";

    /** Stands for the {@code Sec-Fetch-Site} of a request that has several of these headers, or of {@code Origin} headers. */
    public static final String SEVERAL = "several";

    /** Whether the headers alone show that no other origin has caused the request, so that nothing else must be checked. */
    public static boolean isOwn(String fetchSite, String origin) {
        return fetchSite == null ? origin == null : fetchSite.equals("same-origin") || fetchSite.equals("none");
    }

    boolean isOwn() {
        return isOwn(fetchSite, origin) || fetchSite == null && OwnOrigin.is(origin, host, port);
    }

    /** Whether the request has an origin that could be trusted. */
    boolean hasOrigin() {
        return origin != null && !origin.equals(UNTOLD);
    }

    boolean hasSeveral() {
        return SEVERAL.equals(fetchSite);
    }

    /** Whether the request would have the same origin if the host were different. */
    boolean isToldByItsHost() {
        return fetchSite == null && hasOrigin();
    }

    /** The host and port, as in a {@code Host} header. */
    String authority() {
        return host == null ? "" : port < 0 ? host : host + ":" + port;
    }
}
