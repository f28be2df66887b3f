package io.quarkiverse.usersession.replicas;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens on its own. */
final class Poll {

    private static final Duration DEADLINE = Duration.ofSeconds(180);

    private Poll() {
    }

    static void until(String what, BooleanSupplier happened) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + DEADLINE + ": " + what);
            }
            Thread.onSpinWait();
        }
    }
}
