package io.quarkiverse.usersession.runtime.state;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;

/**
 * Counts what becomes of one session's cookies, from the start of the application on and in all requests together. It counts
 * whether or not somebody looks, as that costs next to nothing.
 */
public final class SessionMetrics {

    private final LongAdder[] opened = counters(CookieOutcome.values().length);
    private final LongAdder openedWithAcceptedSecret = new LongAdder();
    private final LongAdder[] commits = counters(Commit.Kind.values().length);
    private final LongAdder cookieBytes = new LongAdder();
    private final LongAccumulator largestCookie = new LongAccumulator(Math::max, 0);

    /** To be called once for each session that is used, with what has come of all its cookies. */
    public void opened(OpenedCookie cookie) {
        opened[cookie.outcome().ordinal()].increment();
        if (!cookie.currentKey()) {
            openedWithAcceptedSecret.increment();
        }
    }

    /**
     * A cookie with content was made for a response.
     *
     * @param bytes those of the cookie's name and value
     */
    public void set(Commit.Kind kind, int bytes) {
        commits[kind.ordinal()].increment();
        cookieBytes.add(bytes);
        largestCookie.accumulate(bytes);
    }

    /** A cookie without content was made for a response, to make the browser remove its own. */
    public void expired() {
        commits[Commit.Kind.EXPIRE.ordinal()].increment();
    }

    /** How many sessions were used whose cookie came to this. */
    public long opened(CookieOutcome outcome) {
        return opened[outcome.ordinal()].sum();
    }

    /** How many of those with a valid cookie had one that was sealed with an accepted secret, and not with the current one. */
    public long openedWithAcceptedSecret() {
        return openedWithAcceptedSecret.sum();
    }

    /** How many cookies were made of this kind. None ever is of {@link Commit.Kind#NONE}. */
    public long commits(Commit.Kind kind) {
        return commits[kind.ordinal()].sum();
    }

    /** The bytes of the names and values of all cookies that were made, other than to expire one. */
    public long cookieBytes() {
        return cookieBytes.sum();
    }

    /** The bytes of the name and value of the largest cookie that was made, 0 if none was. */
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
