package io.quarkiverse.usersession.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** The clock of a {@link SignInStoreSuite}, which stands still between two steps. */
public final class SuiteClock implements InstantSource {

    private final AtomicLong milliseconds;

    SuiteClock(Instant start) {
        milliseconds = new AtomicLong(start.toEpochMilli());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(milliseconds.get());
    }

    /** @param step not negative; fractions of a millisecond are dropped */
    public void advance(Duration step) {
        milliseconds.addAndGet(Objects.requireNonNull(step, "step must not be null").toMillis());
    }
}
