package io.quarkiverse.usersession.runtime.foreign;

import io.quarkiverse.usersession.runtime.format.Base64Alphabet;

/** Base64 (RFC 4648) as its encoder writes it, and in no other form. */
enum CanonicalBase64 {

    STANDARD(Base64Alphabet.STANDARD, true),
    STANDARD_UNPADDED(Base64Alphabet.STANDARD, false),
    URL(Base64Alphabet.URL, true);

    private static final int MAX_PADDING = 2;

    private final Base64Alphabet alphabet;
    private final boolean padded;

    CanonicalBase64(Base64Alphabet alphabet, boolean padded) {
        this.alphabet = alphabet;
        this.padded = padded;
    }

    /** Whether the characters from {@code from} to {@code to} can be decoded, which costs less than to do it. */
    boolean isCanonical(String text, int from, int to) {
        return isPaddingRight(from, to) && alphabet.isCanonical(text, from, end(text, from, to));
    }

    byte[] decode(String text) throws DamagedCookieException {
        int length = text.length();
        byte[] bytes = isPaddingRight(0, length) ? alphabet.decode(text, 0, end(text, 0, length)) : null;
        if (bytes == null) {
            throw new DamagedCookieException("is not base64 in its canonical form");
        }
        return bytes;
    }

    private boolean isPaddingRight(int from, int to) {
        return !padded || (to - from) % 4 == 0;
    }

    /** Where the padding begins. */
    private int end(String text, int from, int to) {
        int end = to;
        while (padded && end > from && to - end < MAX_PADDING && text.charAt(end - 1) == '=') {
            end--;
        }
        return end;
    }
}
