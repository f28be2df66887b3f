package io.quarkiverse.usersession.runtime.format;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * base64url without padding (RFC 4648 §5), and only in its canonical form: for each array of bytes there is exactly one text
 * that decodes to it. The JDK's decoder also takes padding and ignores left-over bits, so that a changed text could still be
 * read.
 */
final class Base64Url {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Base64Url() {
    }

    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** The number of characters that so many bytes become. */
    static int encodedLength(int bytes) {
        return (bytes * 4 + 2) / 3;
    }

    /** The decoded bytes, or null if the text is not canonical base64url. */
    static byte[] decode(String text) {
        // beyond ISO-8859-1 characters become '?', which the decoder refuses
        byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
        int length = ascii.length;
        if (length == 0 || ascii[length - 1] == '=' || length % 4 == 1) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = DECODER.decode(ascii);
        } catch (IllegalArgumentException e) {
            return null;
        }
        return leftOverBits(ascii[length - 1], length % 4) == 0 ? bytes : null;
    }

    /** The bits of the last character that belong to no byte: four of them behind one byte, two behind two. */
    private static int leftOverBits(byte last, int charactersInLastGroup) {
        int bits = switch (charactersInLastGroup) {
            case 2 -> 0b1111;
            case 3 -> 0b11;
            default -> 0;
        };
        return bits & value(last);
    }

    private static int value(byte character) {
        if (character >= 'A' && character <= 'Z') {
            return character - 'A';
        }
        if (character >= 'a' && character <= 'z') {
            return character - 'a' + 26;
        }
        if (character >= '0' && character <= '9') {
            return character - '0' + 52;
        }
        return character == '-' ? 62 : 63;
    }
}
