package io.quarkiverse.usersession.runtime.cookie;

import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.foreign.OpenedForeignCookie;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;
import io.quarkiverse.usersession.runtime.format.SessionContent;

/**
 * Finds the session in what a request brought: the first cookie of its name that opens and is of its time.
 */
public final class SessionLoader {

    private static final Logger LOG = Logger.getLogger(SessionLoader.class);

    private final String cookieName;
    private final CookieFormat format;
    private final Lifetimes lifetimes;
    private final Importer importer;

    /** @param importer null if nothing is imported */
    public SessionLoader(String cookieName, CookieFormat format, Lifetimes lifetimes, Importer importer) {
        this.cookieName = cookieName;
        this.format = format;
        this.lifetimes = lifetimes;
        this.importer = importer;
    }

    /**
     * Looks for a cookie of ours first, so that one of another system never takes the place of what has become of it here.
     *
     * @param cookieHeaders the lines of the {@code Cookie} header
     * @param now seconds since the epoch
     * @return the session, or why the first of its cookies can't be used, or that there are too many of them
     */
    public OpenedCookie load(List<String> cookieHeaders, long now) {
        OpenedCookie own = loadOwn(cookieHeaders, now);
        if (own.isValid() || importer == null) {
            return own;
        }
        SessionContent imported = imported(cookieHeaders, now);
        return imported == null ? own : OpenedCookie.imported(imported);
    }

    /** @return null if there is nothing to import, or nothing that would live on here */
    private SessionContent imported(List<String> cookieHeaders, long now) {
        OpenedForeignCookie foreign = importer.open(cookieHeaders, now);
        if (foreign == null) {
            return null;
        }
        Map<String, Object> entries = foreign.entries();
        if (isTooLarge(entries)) {
            entries = importer.withoutLarge(entries, this::isTooLarge);
        }
        if (isTooLarge(entries)) {
            LOG.warnf("Session '%s': cookie '%s' of %d keys can't be imported, as it would not fit into a cookie of ours",
                    cookieName, importer.cookie().name(), entries.size());
            return null;
        }
        SessionContent content = new SessionContent(format.newId(), foreign.createdAt(), now, lifetimes.maxAge(), false,
                entries);
        if (lifetimes.check(content, now) != CookieOutcome.VALID) {
            LOG.debugf("Session '%s': cookie '%s' is not imported, as its session has outlived the absolute timeout",
                    cookieName,
                    importer.cookie().name());
            return null;
        }
        return content;
    }

    private boolean isTooLarge(Map<String, Object> entries) {
        return format.cookieBytes(entries) > CookieFormat.MAX_COOKIE_BYTES;
    }

    private OpenedCookie loadOwn(List<String> cookieHeaders, long now) {
        CookieHeader cookies = new CookieHeader(cookieHeaders, cookieName);
        Tries tries = new Tries();
        OpenedCookie found = OpenedCookie.ABSENT;
        while (!found.isValid() && !tries.wereTooFew() && cookies.next()) {
            CookieOutcome refusal = format.refusal(cookies.line(), cookies.from(), cookies.to());
            if (tries.take(refusal)) {
                OpenedCookie cookie = open(cookies, now);
                LOG.debugf("Session '%s': the cookie is %s", cookieName, cookie.outcome());
                if (cookie.isValid() || found == OpenedCookie.ABSENT) {
                    found = cookie;
                }
            } else if (refusal != null && found == OpenedCookie.ABSENT) {
                LOG.debugf("Session '%s': the cookie is %s", cookieName, refusal);
                found = OpenedCookie.unusable(refusal);
            }
        }
        tries.log(cookieName);
        return !found.isValid() && tries.wereTooFew() ? OpenedCookie.TOO_MANY : found;
    }

    private OpenedCookie open(CookieHeader cookies, long now) {
        OpenedCookie cookie = format.open(cookies.line(), cookies.from(), cookies.to());
        if (!cookie.isValid()) {
            return cookie;
        }
        CookieOutcome outcome = lifetimes.check(cookie.content(), now);
        return outcome == CookieOutcome.VALID ? cookie : OpenedCookie.unusable(outcome);
    }
}
