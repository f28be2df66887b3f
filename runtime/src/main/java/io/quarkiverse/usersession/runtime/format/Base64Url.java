package io.quarkiverse.usersession.runtime.format;

import java.util.Base64;

/** base64url without padding (RFC 4648 §5), and only in its canonical form. */
final class Base64Url {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Base64Url() {
    }

    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** The number of characters that so many bytes become. */
    static int encodedLength(int bytes) {
        return (bytes * 4 + 2) / 3;
    }

    /** The decoded bytes, or null if the text is not canonical base64url, or empty. */
    static byte[] decode(String text) {
        return decode(text, 0, text.length());
    }

    static byte[] decode(String text, int from, int to) {
        return from == to ? null : Base64Alphabet.URL.decode(text, from, to);
    }
}
