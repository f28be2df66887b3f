package io.quarkiverse.usersession.runtime.state;

import io.quarkiverse.usersession.runtime.format.SessionContent;

/**
 * When a session began, and how long it lives: as its cookie says, and as the next one will. In seconds.
 *
 * @param issuedAt when the cookie was written
 * @param sealedLifetime the lifetime that the cookie gives it
 * @param lifetime the lifetime that the next cookie will give it
 * @param ownLifetime whether that was chosen for this session
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

    /** As they are once a cookie has been written now. */
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

    /** When the cookie expires, be it the one that came or the one that was written. */
    long expiresAt(Lifetimes lifetimes) {
        return lifetimes.expiresAt(createdAt, issuedAt, sealedLifetime);
    }

    /** Whether less than half of the time is left for which the cookie was written. */
    boolean isHalfOver(Lifetimes lifetimes, long now) {
        return lifetimes.isHalfOver(issuedAt, sealedLifetime, now);
    }

    boolean isRenewalDue(Lifetimes lifetimes, long now) {
        return lifetimes.isRenewalDue(issuedAt, sealedLifetime, now);
    }
}
