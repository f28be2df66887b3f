package io.quarkiverse.usersession.runtime.dev;

/**
 * Writes durations as in the configuration: in the largest unit without a remainder, as in {@code 90M}. If that would be a
 * number of four digits or more, it uses several units, as in {@code 59M59S} or {@code P49710DT6H28M15S}.
 */
final class DurationText {

    private static final int UNWIELDY = 1_000;

    private DurationText() {
    }

    static String of(long seconds) {
        long days = seconds / 86_400;
        if (seconds % 86_400 == 0) {
            return days + "D";
        }
        if (seconds % 3_600 == 0 && seconds / 3_600 < UNWIELDY) {
            return seconds / 3_600 + "H";
        }
        if (seconds % 60 == 0 && seconds / 60 < UNWIELDY) {
            return seconds / 60 + "M";
        }
        if (seconds < UNWIELDY) {
            return seconds + "S";
        }
        String time = part(seconds / 3_600 % 24, "H") + part(seconds / 60 % 60, "M") + part(seconds % 60, "S");
        return days == 0 ? time : "P" + days + "DT" + time;
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }

    /** Null for zero, which means that a setting is off. */
    static String orNull(long seconds) {
        return seconds == 0 ? null : of(seconds);
    }
}
