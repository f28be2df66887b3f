package io.quarkiverse.usersession.runtime.foreign;

/**
 * Decodes {@code encodeURIComponent}, with which JavaScript writes cookie values. A text without a {@code %} stays as it is,
 * and a {@code +} is a plus sign, not a space as in forms.
 */
final class PercentEncoding {

    private PercentEncoding() {
    }

    /** @throws DamagedCookieException if it is not valid, or if the text is not ASCII, as base64 and a dot are */
    static String decode(String text) throws DamagedCookieException {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int character = text.charAt(i);
            if (character == '%') {
                character = octet(text, i + 1);
                i += 2;
            }
            if (character > 0x7f) {
                throw new DamagedCookieException("is not ASCII");
            }
            decoded.append((char) character);
        }
        return decoded.toString();
    }

    private static int octet(String text, int at) throws DamagedCookieException {
        if (at + 1 >= text.length() || !isHexDigit(text.charAt(at)) || !isHexDigit(text.charAt(at + 1))) {
            throw new DamagedCookieException("is not percent-encoded");
        }
        return Integer.parseInt(text, at, at + 2, 16);
    }

    // not Character.digit, which knows digits of other scripts too
    private static boolean isHexDigit(char character) {
        return character >= '0' && character <= '9' || character >= 'a' && character <= 'f'
                || character >= 'A' && character <= 'F';
    }
}
