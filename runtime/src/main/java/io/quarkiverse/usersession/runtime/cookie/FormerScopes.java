package io.quarkiverse.usersession.runtime.cookie;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.usersession.runtime.format.CookieScope;
import io.quarkiverse.usersession.runtime.format.FormerCookies;

/**
 * Expires cookies that were set before {@code cookie.domain}, {@code cookie.path} or {@code cookie.partitioned} were changed,
 * which the present cookie doesn't replace.
 */
public final class FormerScopes {

    private final CookieAttributes cookie;

    /** @param cookie as it is set at present */
    public FormerScopes(CookieAttributes cookie) {
        this.cookie = cookie;
    }

    /**
     * The {@code Set-Cookie} headers that expire these cookies. They must come before the one that sets the session's, which
     * otherwise might be removed with them: for {@code localhost}, browsers take that domain and none for the same.
     *
     * @param host that of the request, null if it has none
     * @param path that of the request as the browser knows it
     */
    public List<String> expiries(FormerCookies former, String host, String path, boolean secure) {
        List<String> headers = new ArrayList<>();
        Set<Short> found = new HashSet<>();
        for (CookieScope scope : CandidateScopes.of(cookie, host, path)) {
            short hash = scope.hash();
            if (former.hasScope(hash) && (found.add(hash) || former.alone())) {
                headers.add(expiry(scope, secure));
            }
            // Two candidates may have the same hash. The browser has sent what it has under either, so nobody else's cookie is
            // hit as long as none has come; otherwise only the likeliest candidate is expired
        }
        return headers;
    }

    private String expiry(CookieScope scope, boolean secure) {
        CookieAttributes expired = cookie.withScope(scope);
        return new SetCookie(expired).expire(secure || expired.needsSecure());
    }
}
