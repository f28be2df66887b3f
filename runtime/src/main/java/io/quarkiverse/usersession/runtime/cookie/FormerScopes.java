package io.quarkiverse.usersession.runtime.cookie;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.usersession.runtime.format.CookieScope;
import io.quarkiverse.usersession.runtime.format.FormerCookies;

/**
 * Expires cookies of a session that were set before {@code cookie.domain}, {@code cookie.path} or {@code cookie.partitioned}
 * was changed. The session's present cookie does not replace them.
 */
public final class FormerScopes {

    private final CookieAttributes cookie;

    /** @param cookie the session's cookie with its present attributes */
    public FormerScopes(CookieAttributes cookie) {
        this.cookie = cookie;
    }

    /**
     * The {@code Set-Cookie} headers that expire these cookies. They must come before the one that sets the session's cookie,
     * which they might remove otherwise: browsers treat the domain {@code localhost} and no domain alike.
     *
     * @param host the request's host, null if it has none
     * @param path the request's path as the browser knows it
     */
    public List<String> expiries(FormerCookies former, String host, String path, boolean secure) {
        List<String> headers = new ArrayList<>();
        Set<Short> found = new HashSet<>();
        for (CookieScope scope : CandidateScopes.of(cookie, host, path)) {
            short hash = scope.hash();
            if (former.hasScope(hash) && (found.add(hash) || former.alone())) {
                headers.add(expiry(scope, secure));
            }
            // Two candidates may have the same hash. Both are expired if the request had only cookies of this application, so
            // that no other application's cookie is hit; otherwise only the likeliest one is
        }
        return headers;
    }

    private String expiry(CookieScope scope, boolean secure) {
        CookieAttributes expired = cookie.withScope(scope);
        return new SetCookie(expired).expire(secure || expired.needsSecure());
    }
}
