package io.quarkiverse.usersession.redis.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A time that moves when a test says so. */
final class MovableClock implements InstantSource {

    static final Instant START = Instant.parse("2026-11-26T12:00:00.123Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration time) {
        now = now.plus(time);
    }
}
