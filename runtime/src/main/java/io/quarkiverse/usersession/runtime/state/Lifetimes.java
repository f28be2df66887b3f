package io.quarkiverse.usersession.runtime.state;

import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.SessionContent;

/**
 * The lifetimes of a session. Both a cookie's {@code Max-Age} and the time at which the server stops accepting it are computed
 * here, so that they agree. All numbers are seconds; zero means that a setting is off.
 *
 * @param maxAge how long a session lives after it was last written or renewed
 * @param renewAfter how old it may become before a request that uses it renews it
 * @param absoluteTimeout how long it lives after it was first created, whatever happens
 */
public record Lifetimes(long maxAge, long renewAfter, long absoluteTimeout) {

    /** How far the clocks of two replicas may differ. */
    static final long SKEW = 60;

    /** Whether the session may be used now: {@code VALID}, {@code EXPIRED} or {@code NOT_YET_VALID}. */
    public CookieOutcome check(SessionContent content, long now) {
        if (content.issuedAt() > now + SKEW || content.createdAt() > now + SKEW) {
            return CookieOutcome.NOT_YET_VALID;
        }
        return now < expiresAt(content.createdAt(), content.issuedAt(), content.lifetime())
                ? CookieOutcome.VALID
                : CookieOutcome.EXPIRED;
    }

    /** The first second at which a session of that lifetime is no longer valid. */
    public long expiresAt(long createdAt, long issuedAt, long lifetime) {
        long expiresAt = issuedAt + Math.min(lifetime, maxAge);
        return absoluteTimeout == 0 ? expiresAt : Math.min(expiresAt, createdAt + absoluteTimeout);
    }

    /** Ignores the absolute timeout, because a new cookie would not extend it. */
    public boolean isHalfOver(long issuedAt, long lifetime, long now) {
        return 2 * (now - issuedAt) > Math.min(lifetime, maxAge);
    }

    /** The lifetime of a session may be shorter than {@code renewAfter}. Then renewal is due after half of the lifetime. */
    public boolean isRenewalDue(long issuedAt, long lifetime, long now) {
        return renewAfter != 0 && now - issuedAt >= Math.min(renewAfter, lifetime / 2);
    }
}
