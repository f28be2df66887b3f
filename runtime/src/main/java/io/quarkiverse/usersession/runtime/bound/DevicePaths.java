package io.quarkiverse.usersession.runtime.bound;

import io.quarkiverse.usersession.runtime.http.RequestedPage;
import io.vertx.core.http.HttpServerRequest;

/**
 * The paths of the endpoints.
 *
 * @param register the path in the application, without a prefix that a proxy strips
 * @param refresh likewise
 */
record DevicePaths(String register, String refresh) {

    /** @param prefix the beginning of both paths, without a slash at the end */
    static DevicePaths below(String prefix) {
        return new DevicePaths(prefix + "/register", prefix + "/refresh");
    }

    /** The path that the browser uses. */
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
