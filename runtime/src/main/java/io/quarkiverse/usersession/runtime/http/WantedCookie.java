package io.quarkiverse.usersession.runtime.http;

import java.time.InstantSource;
import java.util.List;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.cookie.CookieHeader;
import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.SetCookie;
import io.quarkiverse.usersession.runtime.format.WantedFormat;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * The cookie that keeps the page that a browser wanted when it was sent to the login page. It is not the session's cookie: with
 * {@code SameSite=Strict}, that one does not come with a link on another site, and would be replaced.
 */
final class WantedCookie {

    private final CookieAttributes attributes;
    private final WantedFormat format;
    private final SetCookie setCookie;
    private final SecureDetection secure;
    private final boolean cacheHeaders;
    private final InstantSource clock;

    /** @param session the cookie of the session to which users sign in */
    WantedCookie(CookieAttributes session, WantedFormat format, SecureDetection secure, boolean cacheHeaders,
            InstantSource clock) {
        this.attributes = attributesOf(session);
        this.format = format;
        this.setCookie = new SetCookie(attributes);
        this.secure = secure;
        this.cacheHeaders = cacheHeaders;
        this.clock = clock;
    }

    /**
     * It is never stricter than Lax: if another site began the navigation, the redirect to the login page belongs to it, and
     * that page needs the cookie.
     */
    private static CookieAttributes attributesOf(CookieAttributes session) {
        return new CookieAttributes(session.wantedName(), session.path(), session.domain(),
                session.sameSite() == SameSite.STRICT ? SameSite.LAX : session.sameSite(), true, session.secure(),
                session.partitioned());
    }

    /** Whether a page in a frame of another site has a cookie of its own. */
    boolean isPartitioned() {
        return attributes.partitioned();
    }

    /** @return null if the request brought none that can be used */
    String find(List<String> cookieHeaders) {
        return format.open(CookieHeader.values(cookieHeaders, attributes.name()), now());
    }

    void set(String location, HttpServerRequest request, MultiMap responseHeaders) {
        add(setCookie.set(format.seal(location, now()), WantedFormat.SECONDS, secure.isSecure(request)), responseHeaders);
    }

    void expire(HttpServerRequest request, MultiMap responseHeaders) {
        add(setCookie.expire(secure.isSecure(request)), responseHeaders);
    }

    /** The response depends on whether the request has the cookie. */
    void vary(MultiMap responseHeaders) {
        if (cacheHeaders) {
            CacheHeaders.varyByCookie(responseHeaders);
        }
    }

    private void add(String header, MultiMap responseHeaders) {
        responseHeaders.add(HttpHeaders.SET_COOKIE, header);
        if (cacheHeaders) {
            CacheHeaders.forbidStoring(responseHeaders);
        }
    }

    private long now() {
        return Math.floorDiv(clock.millis(), 1000);
    }
}
