package io.quarkiverse.usersession.runtime.bound;

import io.quarkiverse.usersession.runtime.http.RequestedPage;
import io.vertx.core.http.HttpServerRequest;

/**
 * Where the endpoints are.
 *
 * @param register as the application knows it, without what a proxy takes off
 * @param refresh likewise
 */
record DevicePaths(String register, String refresh) {

    /** @param prefix what both begin with, without a slash at its end */
    static DevicePaths below(String prefix) {
        return new DevicePaths(prefix + "/register", prefix + "/refresh");
    }

    /** As the browser knows it. */
    static String external(String path, HttpServerRequest request) {
        return RequestedPage.of(request).prefix() + path;
    }

    /** Whether browsers send a cookie of that path there (RFC 6265 §5.1.4). */
    static boolean isBelow(String path, String cookiePath) {
        return path.startsWith(cookiePath)
                && (cookiePath.endsWith("/") || path.length() == cookiePath.length()
                        || path.charAt(cookiePath.length()) == '/');
    }
}
