package io.quarkiverse.usersession.runtime.state;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;

/**
 * Counts what happens to the cookies of one session, in all requests since the application started. It always counts, because
 * that costs next to nothing.
 */
public final class SessionMetrics {

    private final LongAdder[] opened = counters(CookieOutcome.values().length);
    private final LongAdder openedWithAcceptedSecret = new LongAdder();
    private final LongAdder[] commits = counters(Commit.Kind.values().length);
    private final LongAdder cookieBytes = new LongAdder();
    private final LongAccumulator largestCookie = new LongAccumulator(Math::max, 0);

    /** Call this once for each session that is used, with the outcome of all its cookies. */
    public void opened(OpenedCookie cookie) {
        opened[cookie.outcome().ordinal()].increment();
        if (!cookie.currentKey()) {
            openedWithAcceptedSecret.increment();
        }
    }

    /**
     * A response sets a cookie with content.
     *
     * @param bytes the size of the cookie's name and value
     */
    public void set(Commit.Kind kind, int bytes) {
        commits[kind.ordinal()].increment();
        cookieBytes.add(bytes);
        largestCookie.accumulate(bytes);
    }

    /** A response removes the cookie. */
    public void expired() {
        commits[Commit.Kind.EXPIRE.ordinal()].increment();
    }

    /** How many sessions were used with this outcome. */
    public long opened(CookieOutcome outcome) {
        return opened[outcome.ordinal()].sum();
    }

    /** How many valid cookies were sealed with an accepted secret instead of the current one. */
    public long openedWithAcceptedSecret() {
        return openedWithAcceptedSecret.sum();
    }

    /** How many commits of this kind there were. {@link Commit.Kind#NONE} is never counted. */
    public long commits(Commit.Kind kind) {
        return commits[kind.ordinal()].sum();
    }

    /** The total size of the names and values of all cookies that were set, in bytes. Removed cookies are not included. */
    public long cookieBytes() {
        return cookieBytes.sum();
    }

    /** The size of the name and value of the largest cookie that was set, in bytes; 0 if none was. */
    public long largestCookieBytes() {
        return largestCookie.get();
    }

    private static LongAdder[] counters(int number) {
        LongAdder[] counters = new LongAdder[number];
        for (int i = 0; i < number; i++) {
            counters[i] = new LongAdder();
        }
        return counters;
    }
}
