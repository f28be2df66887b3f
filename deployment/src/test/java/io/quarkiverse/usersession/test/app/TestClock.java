package io.quarkiverse.usersession.test.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

/** A clock that stands still until a test sets it forward, or breaks so that sealing a cookie fails. */
@ApplicationScoped
public class TestClock implements InstantSource {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private volatile Instant now = START;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    @Override
    public Instant instant() {
        if (left.getAndDecrement() <= 0) {
            throw new IllegalStateException("the clock is broken");
        }
        return now;
    }

    /** As a mock that was told the instant only. */
    @Override
    public long millis() {
        return 0;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    /** It tells the time so many times more. */
    public void breakAfter(int times) {
        left.set(times);
    }

    public void reset() {
        now = START;
        left.set(Integer.MAX_VALUE);
    }
}
