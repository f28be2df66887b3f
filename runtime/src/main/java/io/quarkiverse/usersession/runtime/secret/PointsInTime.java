package io.quarkiverse.usersession.runtime.secret;

/** Finds pieces of a secret that are points in time: dates, times of day, and UUIDs that contain the time. */
final class PointsInTime {

    // a lifetime has less than 2^15 days, which can be written in a few ways; a day has about as many seconds
    private static final double DATE_OR_TIME_BITS = 17;

    /** Much of such a UUID is the time. The rest is the same in all UUIDs of a computer. */
    private static final double UUID_BITS = 60;

    // Y two digits of a year after a century C, M a month, D a day, h m s a time of day, - what stands between them;
    // x a hexadecimal digit, V version 1 or 6 of a UUID, v its variant (RFC 9562)
    private static final String[] DATES_AND_TIMES = { "CY-M-D", "CYMD", "D-M-CY", "M-D-CY", "DMCY", "MDCY", "h:m:s" };
    private static final String UUID = "xxxxxxxx_xxxx_Vxxx_vxxx_xxxxxxxxxxxx";

    private final JudgedText text;
    private final Description description;

    PointsInTime(JudgedText text, Description description) {
        this.text = text;
        this.description = description;
    }

    void describe(int place) {
        if (digit(place) >= 0 && digit(place) < 10) {
            for (String form : DATES_AND_TIMES) {
                piece(place, form, DATE_OR_TIME_BITS);
            }
        }
        if (digit(place) >= 0) {
            piece(place, UUID, UUID_BITS);
        }
    }

    private void piece(int place, String form, double cost) {
        int end = end(place, form);
        if (end > 0) {
            description.add(Description.outside(place), Description.outside(end), cost);
            if (end < text.length() && text.isSeparator(end)) {
                description.add(Description.outside(place), Description.outside(end + 1),
                        cost + Prose.separator(text.at(end)));
            }
        }
    }

    /** Where the piece ends if it has this form; otherwise less than zero. */
    private int end(int place, String form) {
        int end = place;
        for (int i = 0; i < form.length(); i++) {
            int size = size(end, form.charAt(i));
            if (size == 0) {
                return -1;
            }
            end += size;
        }
        return end;
    }

    /** How many characters match a letter of the form; zero if they don't. */
    private int size(int place, char letter) {
        return switch (letter) {
            case 'C' -> number(place, 19, 20);
            case 'Y' -> number(place, 0, 99);
            case 'M' -> number(place, 1, 12);
            case 'D' -> number(place, 1, 31);
            case 'h' -> number(place, 0, 23);
            case 'm', 's' -> number(place, 0, 59);
            case 'x' -> digit(place) >= 0 ? 1 : 0;
            case 'V' -> digit(place) == 1 || digit(place) == 6 ? 1 : 0;
            case 'v' -> digit(place) >= 8 && digit(place) < 12 ? 1 : 0;
            case '-' -> isOneOf("-/._ ", place);
            case '_' -> isOneOf("-", place);
            default -> isOneOf(":", place);
        };
    }

    private int number(int place, int least, int most) {
        int tens = digit(place);
        int ones = digit(place + 1);
        int number = 10 * tens + ones;
        return tens >= 0 && ones >= 0 && ones < 10 && number >= least && number <= most ? 2 : 0;
    }

    private int isOneOf(String characters, int place) {
        return place < text.length() && characters.indexOf(text.at(place)) >= 0 ? 1 : 0;
    }

    /** The value of a hexadecimal digit; less than zero if it is not one. */
    private int digit(int place) {
        return place < text.length() && text.at(place) < 0x80 ? Character.digit(text.at(place), 16) : -1;
    }
}
