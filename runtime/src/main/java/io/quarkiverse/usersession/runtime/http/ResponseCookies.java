package io.quarkiverse.usersession.runtime.http;

import java.util.List;
import java.util.Set;

import io.quarkiverse.usersession.runtime.cookie.SetCookie;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * The cookies that the application has written into a response itself: those in its {@code Set-Cookie} headers, and those of
 * {@code HttpServerResponse.addCookie}, which Vert.x turns into headers only after us.
 */
final class ResponseCookies {

    // what Vert.x' cookies have unless it is set
    private static final long NO_MAX_AGE = Long.MIN_VALUE;

    private final RoutingContext rc;
    private final MultiMap headers;
    private final List<String> lines;

    private ResponseCookies(RoutingContext rc, MultiMap headers) {
        this.rc = rc;
        this.headers = headers;
        this.lines = areIn(headers) ? headers.getAll(HttpHeaders.SET_COOKIE) : List.of();
    }

    /** Allocates nothing if there are no such headers, as in most responses. */
    static boolean areIn(MultiMap headers) {
        return headers.contains(HttpHeaders.SET_COOKIE);
    }

    static ResponseCookies of(RoutingContext rc) {
        return new ResponseCookies(rc, rc.response().headers());
    }

    /** Whether a header is for a cookie of that name, with any scope. */
    boolean name(SetCookie cookie) {
        for (String line : lines) {
            if (cookie.isNamedBy(line)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The value that a browser will have for this cookie, according to the headers.
     *
     * @return its value, empty if it is removed; null if no header is for it
     */
    String inHeaders(SetCookie cookie) {
        for (int i = lines.size() - 1; i >= 0; i--) { // the last one counts
            String value = cookie.valueIn(lines.get(i), requestPath());
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /**
     * Works like {@link #inHeaders}, for the cookies of {@code addCookie}. They are sent last, so they override the headers.
     */
    String added(SetCookie cookie) {
        String last = null;
        for (Cookie each : jar(cookie)) {
            String value = isWritten(each) ? cookie.valueIn(each.encode(), requestPath()) : null;
            last = value == null ? last : value;
        }
        return last;
    }

    /** Removes everything for this cookie, because another cookie will replace it. */
    void remove(SetCookie cookie) {
        headers.remove(HttpHeaders.SET_COOKIE);
        for (String line : lines) {
            if (cookie.valueIn(line, requestPath()) == null) {
                headers.add(HttpHeaders.SET_COOKIE, line);
            }
        }
        if (added(cookie) != null) {
            for (Cookie each : rc.response().removeCookies(cookie.name(), false)) {
                if (!isWritten(each) || cookie.valueIn(each.encode(), requestPath()) == null) {
                    rc.response().addCookie(each);
                }
            }
        }
    }

    private Set<Cookie> jar(SetCookie cookie) {
        return rc.request().cookies(cookie.name());
    }

    /** Request and response share their cookies: those that came in the request are not sent back unless they are changed. */
    private boolean isWritten(Cookie cookie) {
        return cookie.getPath() != null || cookie.getDomain() != null || cookie.getMaxAge() != NO_MAX_AGE || cookie.isSecure()
                || cookie.isHttpOnly() || cookie.getSameSite() != null || !cameWith(cookie.getValue(), cookie.getName());
    }

    /**
     * Vert.x reads the header slightly differently: for example, it skips commas before a name. So this looks for the text
     * anywhere.
     */
    private boolean cameWith(String value, String name) {
        for (String line : rc.request().headers().getAll(HttpHeaders.COOKIE)) {
            if (line.contains(name + "=" + value) || line.contains(name + "=\"" + value)) {
                return true;
            }
        }
        return false;
    }

    private String requestPath() {
        return RequestSessions.path(rc);
    }
}
