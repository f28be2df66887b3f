package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;

/** Logs how often something failed: the first time at once, and then at most once a minute. */
public final class OncePerMinute {

    /** Writes the line. */
    @FunctionalInterface
    public interface Line {

        /** @param reason of the last failure */
        void log(int number, String reason);
    }

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Timers timers;
    private final Line line;
    private int unsaid;
    private String reason;
    private boolean quiet;

    public OncePerMinute(Timers timers, Line line) {
        this.timers = timers;
        this.line = line;
    }

    /** @param why without secrets and values */
    public void add(int number, String why) {
        synchronized (this) {
            unsaid += number;
            reason = why;
            if (quiet) {
                return;
            }
            quiet = true;
        }
        say();
        timers.after(MINUTE, this::afterAMinute);
    }

    private void afterAMinute() {
        synchronized (this) {
            if (unsaid == 0) {
                quiet = false;
                return;
            }
        }
        say();
        timers.after(MINUTE, this::afterAMinute);
    }

    /** Logs now what has not been logged yet. */
    void say() {
        int number;
        String why;
        synchronized (this) {
            number = unsaid;
            why = reason;
            unsaid = 0;
        }
        if (number > 0) {
            line.log(number, why);
        }
    }
}
