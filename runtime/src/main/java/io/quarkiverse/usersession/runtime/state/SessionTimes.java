package io.quarkiverse.usersession.runtime.state;

import io.quarkiverse.usersession.runtime.format.SessionContent;

/**
 * When a session began, and how long it lives: according to its current cookie, and according to the next one. In seconds.
 *
 * @param issuedAt when the cookie was written
 * @param sealedLifetime the lifetime in the current cookie
 * @param lifetime the lifetime in the next cookie
 * @param ownLifetime whether the application has chosen it for this session
 */
record SessionTimes(long createdAt, long issuedAt, long sealedLifetime, long lifetime, boolean ownLifetime) {

    static SessionTimes beginning(long now, Lifetimes lifetimes) {
        return new SessionTimes(now, now, lifetimes.maxAge(), lifetimes.maxAge(), false);
    }

    static SessionTimes of(SessionContent content, Lifetimes lifetimes) {
        return new SessionTimes(content.createdAt(), content.issuedAt(), content.lifetime(),
                content.ownLifetime() ? content.lifetime() : lifetimes.maxAge(), content.ownLifetime());
    }

    SessionTimes withOwnLifetime(long seconds) {
        return new SessionTimes(createdAt, issuedAt, sealedLifetime, seconds, true);
    }

    /** The times after a cookie has been written now. */
    SessionTimes issued(long now) {
        return new SessionTimes(createdAt, now, lifetime, lifetime, ownLifetime);
    }

    /**
     * The same after a cookie has been written now that lives no longer than the one that came. Nothing but a lifetime of its
     * own that was chosen meanwhile can make it shorter.
     */
    SessionTimes rewritten(long now, Lifetimes lifetimes) {
        if (lifetime >= sealedLifetime) {
            return this;
        }
        long rest = Math.min(lifetime, lifetimes.expiresAt(createdAt, issuedAt, sealedLifetime) - now);
        return new SessionTimes(createdAt, now, rest, rest, ownLifetime);
    }

    /** When the cookie expires: the one that the request brought, or the one that was written. */
    long expiresAt(Lifetimes lifetimes) {
        return lifetimes.expiresAt(createdAt, issuedAt, sealedLifetime);
    }

    /** Whether less than half of the cookie's lifetime is left. */
    boolean isHalfOver(Lifetimes lifetimes, long now) {
        return lifetimes.isHalfOver(issuedAt, sealedLifetime, now);
    }

    boolean isRenewalDue(Lifetimes lifetimes, long now) {
        return lifetimes.isRenewalDue(issuedAt, sealedLifetime, now);
    }
}
