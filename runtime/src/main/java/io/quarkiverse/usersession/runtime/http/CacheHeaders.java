package io.quarkiverse.usersession.runtime.http;

import java.util.List;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** Keeps caches from giving the page of a user, or even the session cookie, to another user (RFC 9111). */
final class CacheHeaders {

    private static final String NO_STORE = "no-store";
    private static final String NO_STORE_PRIVATE = "no-store, private";

    private CacheHeaders() {
    }

    /** The response depends on the cookie of the request. */
    static void varyByCookie(MultiMap headers) {
        List<String> lines = headers.getAll(HttpHeaders.VARY);
        if (!lists(lines, "cookie") && !lists(lines, "*")) {
            headers.add(HttpHeaders.VARY, "Cookie");
        }
    }

    /**
     * No cache may keep the response. If the application has set {@code no-store} itself, which is as strict, its header stays.
     */
    static void forbidStoring(MultiMap headers) {
        if (!lists(headers.getAll(HttpHeaders.CACHE_CONTROL), NO_STORE)) {
            headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE_PRIVATE);
        }
    }

    /** Whether no cache gives the response to a request with another cookie. */
    static boolean keepApart(MultiMap headers) {
        List<String> vary = headers.getAll(HttpHeaders.VARY);
        return lists(vary, "cookie") || lists(vary, "*") || lists(headers.getAll(HttpHeaders.CACHE_CONTROL), NO_STORE);
    }

    private static boolean lists(List<String> lines, String token) {
        for (String line : lines) {
            int start = 0;
            while (start < line.length()) {
                int end = HeaderElements.endOf(',', line, start, line.length());
                if (line.substring(start, end).strip().equalsIgnoreCase(token)) {
                    return true;
                }
                start = end + 1;
            }
        }
        return false;
    }
}
