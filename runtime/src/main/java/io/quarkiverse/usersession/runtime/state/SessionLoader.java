package io.quarkiverse.usersession.runtime.state;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.cookie.CookieHeader;
import io.quarkiverse.usersession.runtime.cookie.Tries;
import io.quarkiverse.usersession.runtime.foreign.Importer;
import io.quarkiverse.usersession.runtime.foreign.OpenedForeignCookie;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;
import io.quarkiverse.usersession.runtime.format.SessionContent;

/**
 * Finds the session of a request: of the cookies with its name that can be decrypted and are valid now, the one that was issued
 * last.
 */
public final class SessionLoader {

    private static final Logger LOG = Logger.getLogger(SessionLoader.class);

    private static final long WARNING_INTERVAL = 3600; // seconds

    private final String session;
    private final String cookieName;
    private final CookieFormat format;
    private final Lifetimes lifetimes;
    private final Importer importer;
    private final AtomicLong nextWarning = new AtomicLong(Long.MIN_VALUE); // in seconds since the epoch

    /**
     * @param session the name of the session in messages
     * @param importer null if nothing is imported
     */
    public SessionLoader(String session, String cookieName, CookieFormat format, Lifetimes lifetimes, Importer importer) {
        this.session = session;
        this.cookieName = cookieName;
        this.format = format;
        this.lifetimes = lifetimes;
        this.importer = importer;
    }

    /**
     * Looks for a cookie of this extension first, so that a cookie of another system never replaces the session that was
     * imported from it. A cookie that another replica with a newer secret may accept has priority too.
     *
     * @param cookieHeaders the lines of the {@code Cookie} header
     * @param now seconds since the epoch
     * @return the session, or the reason why its cookie can't be used
     */
    public OpenedCookie load(List<String> cookieHeaders, long now) {
        OpenedCookie own = loadOwn(cookieHeaders, now);
        if (importer == null || own.isValid() || own.outcome() == CookieOutcome.CONFLICTING || own.outcome().mayBecomeValid()) {
            return own;
        }
        SessionContent imported = imported(cookieHeaders, now);
        if (imported == null || imported.entries().isEmpty() && own.outcome() == CookieOutcome.UNRECOGNIZED
                && !importer.cookie().name().equals(cookieName)) {
            return own; // an empty session must not replace another application's cookie
        }
        return OpenedCookie.imported(imported);
    }

    /** @return null if there is nothing to import, or its session would have expired here */
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
            LOG.warnf("Session '%s': cookie '%s' of %d keys can't be imported, because it would not fit into a session cookie",
                    session, importer.cookie().name(), entries.size());
            return null;
        }
        SessionContent content = new SessionContent(format.newId(), foreign.createdAt(), now, lifetimes.maxAge(), false,
                entries);
        if (lifetimes.check(content, now) != CookieOutcome.VALID) {
            LOG.debugf("Session '%s': cookie '%s' is not imported, because its session has outlived the absolute timeout",
                    session,
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
        OpenedCookie only = null;
        CookieChoice several = null;
        while (!tries.wereTooFew() && cookies.next()) {
            CookieOutcome refusal = format.refusal(cookies.line(), cookies.from(), cookies.to());
            OpenedCookie cookie = tries.take(refusal) ? open(cookies, now) : refused(refusal, only == null);
            if (only == null) {
                only = cookie;
            } else if (cookie != null) {
                if (several == null) {
                    several = new CookieChoice();
                    several.add(only);
                }
                several.add(cookie);
            }
        }
        tries.log(cookieName);
        if (several == null) {
            return only == null ? OpenedCookie.ABSENT : only;
        }
        OpenedCookie chosen = several.result(!tries.wereTooFew());
        if (chosen.outcome() == CookieOutcome.CONFLICTING) {
            warnOfConflict(now);
        }
        return chosen;
    }

    /** @return null if it was not checked, because there are too many */
    private OpenedCookie refused(CookieOutcome refusal, boolean first) {
        if (refusal == null) {
            return null;
        }
        if (first) {
            LOG.debugf("Session '%s': cookie outcome %s", session, refusal);
        }
        return OpenedCookie.unusable(refusal);
    }

    private OpenedCookie open(CookieHeader cookies, long now) {
        OpenedCookie cookie = format.open(cookies.line(), cookies.from(), cookies.to());
        if (cookie.isValid()) {
            CookieOutcome outcome = lifetimes.check(cookie.content(), now);
            cookie = outcome == CookieOutcome.VALID ? cookie : cookie.as(outcome);
        }
        LOG.debugf("Session '%s': cookie outcome %s", session, cookie.outcome());
        return cookie;
    }

    private void warnOfConflict(long now) {
        long next = nextWarning.get();
        if (now >= next && nextWarning.compareAndSet(next, now + WARNING_INTERVAL)) {
            LOG.warnf("Session '%s': a request has two cookies of the same domain and path that name different sign-ins. A"
                    + " browser keeps only one, so another host of the domain may have set the other: nobody is signed in. A"
                    + " cookie.name that begins with __Host- prevents this. This warning is logged at most once an hour",
                    session);
        }
    }
}
