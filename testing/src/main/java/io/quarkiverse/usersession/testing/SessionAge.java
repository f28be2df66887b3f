package io.quarkiverse.usersession.testing;

import java.time.Duration;
import java.util.Map;

import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.format.SessionId;

/**
 * When a session began, and how long it lives.
 *
 * @param createdAgo null if the session was created when its cookie was issued
 * @param maxAge null for the configured lifetime
 */
record SessionAge(Duration createdAgo, Duration issuedAgo, Duration maxAge) {

    static final SessionAge NEW = new SessionAge(null, Duration.ZERO, null);

    // times and lifetimes are unsigned integers of 32 bits in a cookie
    private static final long MAX_SECONDS = (1L << Integer.SIZE) - 1;

    SessionAge createdAgo(Duration age) {
        return new SessionAge(age, issuedAgo, maxAge);
    }

    SessionAge issuedAgo(Duration age) {
        return new SessionAge(createdAgo, age, maxAge);
    }

    SessionAge maxAge(Duration other) {
        if (other.toSeconds() < 1 || other.toSeconds() > MAX_SECONDS) {
            throw new IllegalArgumentException("maxAge must be between one second and " + MAX_SECONDS
                    + " seconds, which is about 136 years; for an expired session use issuedAgo with more than its lifetime");
        }
        return new SessionAge(createdAgo, issuedAgo, other);
    }

    /** @param configuredMaxAge the lifetime of a session that has none of its own */
    SessionContent content(SessionId id, Map<String, Object> entries, long now, long configuredMaxAge) {
        long issuedAt = time("issuedAgo", now, issuedAgo);
        long createdAt = createdAgo == null ? issuedAt : time("createdAgo", now, createdAgo);
        if (createdAt > issuedAt) {
            throw new IllegalArgumentException("A session can't be created after its cookie was issued: createdAgo must be at"
                    + " least as long as issuedAgo");
        }
        return new SessionContent(id, createdAt, issuedAt, maxAge == null ? configuredMaxAge : maxAge.toSeconds(),
                maxAge != null, entries);
    }

    private static long time(String what, long now, Duration ago) {
        long age = ago.toSeconds();
        if (age > now || age < now - MAX_SECONDS) {
            throw new IllegalArgumentException(what + " is a time that a cookie can't hold, before 1970 or after 2106: " + ago);
        }
        return now - age;
    }
}
