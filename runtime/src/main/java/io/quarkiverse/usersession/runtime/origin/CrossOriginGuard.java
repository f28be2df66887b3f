package io.quarkiverse.usersession.runtime.origin;

import java.util.List;

import io.quarkiverse.usersession.SessionCrossOriginException;
import io.quarkiverse.usersession.runtime.cookie.CookieHeader;

/**
 * Keeps pages of other origins from acting for a user with the session that the browser has, and from giving the browser
 * another one (login CSRF).
 */
public final class CrossOriginGuard {

    private final OriginRules rules;
    private final GuardedCookie[] cookies;
    private final OriginReports reports;

    /** @param cookies the cookies of all sessions */
    public CrossOriginGuard(OriginRules rules, List<GuardedCookie> cookies) {
        this.rules = rules;
        this.cookies = cookies.toArray(new GuardedCookie[0]);
        this.reports = new OriginReports(rules);
    }

    public boolean isOff() {
        return rules.mode() == CrossOrigin.ALLOW;
    }

    /**
     * @param request a request that may change something, or opens a WebSocket
     * @return null if it may do so
     */
    public ForeignRequest judge(RequestOrigin request) {
        return isOff() || rules.accept(request) ? null : new ForeignRequest(request, this);
    }

    /** How many requests got a 403. */
    public long refused() {
        return reports.refused();
    }

    /** How many requests were let through, with a warning for the first of their origin. */
    public long reported() {
        return reports.reported();
    }

    boolean refuses(ForeignRequest request, List<String> cookieHeaders) {
        boolean brought = false;
        boolean refused = false;
        for (GuardedCookie cookie : cookies) {
            if (new CookieHeader(cookieHeaders, cookie.name()).next()) {
                brought = true;
                refused |= isRefused(request, cookie);
            }
        }
        if (brought) {
            reports.arrived(request, refused);
        }
        return refused;
    }

    void checkChange(ForeignRequest request, String session) {
        for (GuardedCookie cookie : cookies) {
            if (cookie.session().equals(session) && isRefused(request, cookie)) {
                reports.change(request, session, true);
                throw new SessionCrossOriginException(reports.message(request, session));
            }
        }
        reports.change(request, session, false);
    }

    /**
     * In Chromium, handshakes of WebSockets have no Fetch Metadata, so less is known about them. It is enough to refuse those
     * to which any site can add the cookie.
     */
    private boolean isRefused(ForeignRequest request, GuardedCookie cookie) {
        return rules.mode() == CrossOrigin.REFUSE && (cookie.sameSiteNone() || !request.origin().handshake());
    }
}
