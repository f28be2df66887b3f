package io.quarkiverse.usersession.runtime.bound;

import java.util.List;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.cookie.SetCookie;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.http.SecureDetection;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * The cookie that proves for a while that the browser has the key of its sign-in. It has the same attributes as the session's
 * cookie, so a request has either both cookies or neither.
 */
final class ProofCookie {

    private final CookieAttributes attributes;
    private final ProofFormat format;
    private final SetCookie setCookie;
    private final SecureDetection secure;

    /** @param session the cookie of the session */
    ProofCookie(CookieAttributes session, KeyRing keys, Randomness random, SecureDetection secure) {
        this.attributes = session.withName(session.proofName());
        this.format = new ProofFormat(attributes.name(), keys, random);
        this.setCookie = new SetCookie(attributes);
        this.secure = secure;
    }

    String name() {
        return attributes.name();
    }

    /** The attributes, as they follow the value in the {@code Set-Cookie} header. */
    String attributesOf(HttpServerRequest request) {
        return setCookie.attributes(isSecure(request)).substring("; ".length());
    }

    boolean isSecure(HttpServerRequest request) {
        return secure.isSecure(request);
    }

    boolean isIn(HttpServerRequest request) {
        return format.isThere(cookies(request));
    }

    boolean proves(HttpServerRequest request, String signInId, long now) {
        return format.isProven(cookies(request), signInId, now);
    }

    void set(String signInId, long now, HttpServerRequest request, MultiMap responseHeaders) {
        responseHeaders.add(HttpHeaders.SET_COOKIE,
                setCookie.set(format.seal(signInId, now), ProofFormat.SECONDS, isSecure(request)));
    }

    void expire(HttpServerRequest request, MultiMap responseHeaders) {
        responseHeaders.add(HttpHeaders.SET_COOKIE, setCookie.expire(isSecure(request)));
    }

    private static List<String> cookies(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.COOKIE);
    }
}
