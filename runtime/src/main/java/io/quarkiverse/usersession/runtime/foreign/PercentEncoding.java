package io.quarkiverse.usersession.runtime.foreign;

/**
 * Undoes the {@code encodeURIComponent} with which JavaScript writes cookie values. A text without a {@code %} stands for
 * itself, and a {@code +} is a plus sign, not a space as in forms.
 */
final class PercentEncoding {

    private PercentEncoding() {
    }

    /** @throws DamagedCookieException also if the text is not all ASCII, which base64 and a dot are */
    static String decode(String text) throws DamagedCookieException {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += width(text, i)) {
            int character = character(text, i, text.length());
            if (character < 0) {
                throw new DamagedCookieException("is not percent-encoded ASCII");
            }
            decoded.append((char) character);
        }
        return decoded.toString();
    }

    /** The ASCII character that is at a place of a text that ends at {@code to}, encoded or not; -1 if there is none. */
    static int character(String text, int at, int to) {
        char character = text.charAt(at);
        if (character != '%') {
            return character > 0x7f ? -1 : character;
        }
        if (at + 2 >= to || !isHexDigit(text.charAt(at + 1)) || !isHexDigit(text.charAt(at + 2))) {
            return -1;
        }
        int octet = Character.digit(text.charAt(at + 1), 16) << 4 | Character.digit(text.charAt(at + 2), 16);
        return octet > 0x7f ? -1 : octet;
    }

    /** How many characters of the text the one at that place takes. */
    static int width(String text, int at) {
        return text.charAt(at) == '%' ? 3 : 1;
    }

    // not Character.digit, which knows digits of other scripts too
    private static boolean isHexDigit(char character) {
        return character >= '0' && character <= '9' || character >= 'a' && character <= 'f'
                || character >= 'A' && character <= 'F';
    }
}
