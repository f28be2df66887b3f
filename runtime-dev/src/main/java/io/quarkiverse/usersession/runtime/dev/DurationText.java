package io.quarkiverse.usersession.runtime.dev;

/** Writes durations as one does in the configuration: in the largest unit that has no remainder. */
final class DurationText {

    private DurationText() {
    }

    static String of(long seconds) {
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "D";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "H";
        }
        return seconds % 60 == 0 ? seconds / 60 + "M" : seconds + "S";
    }

    /** Null for zero, which stands for a setting that is off. */
    static String orNull(long seconds) {
        return seconds == 0 ? null : of(seconds);
    }
}
