package io.quarkiverse.usersession.runtime.format;

import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 (RFC 4648), without padding unless a method says otherwise, and read only in its canonical form: for each array of
 * bytes there is exactly one text that decodes to it. The JDK's decoders also ignore left-over bits, so that a changed text
 * could still be read, and refuse a text with an exception, whose stack trace costs far more than the text.
 */
public enum CanonicalBase64 {

    /** RFC 4648 §4 */
    STANDARD('+', '/', Base64.getEncoder()),

    /** RFC 4648 §5 */
    URL('-', '_', Base64.getUrlEncoder());

    private static final int MAX_PADDING = 2;

    private final byte[] values = new byte[128];
    private final Base64.Encoder encoder;

    CanonicalBase64(char value62, char value63, Base64.Encoder padding) {
        encoder = padding.withoutPadding();
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < 26; i++) {
            values['A' + i] = (byte) i;
            values['a' + i] = (byte) (26 + i);
        }
        for (int i = 0; i < 10; i++) {
            values['0' + i] = (byte) (52 + i);
        }
        values[value62] = 62;
        values[value63] = 63;
    }

    /** The number of characters that so many bytes become. */
    static int encodedLength(int bytes) {
        return (bytes * 4 + 2) / 3;
    }

    String encode(byte[] bytes) {
        return encoder.encodeToString(bytes);
    }

    /** The 6 bits that a character stands for, or -1 if it is none of the alphabet. */
    public int value(char character) {
        return character < values.length ? values[character] : -1;
    }

    /** Whether the characters from {@code from} to {@code to} are what an encoder has written. No characters are no bytes. */
    public boolean isCanonical(String text, int from, int to) {
        int all = 0;
        int last = 0;
        for (int i = from; i < to; i++) {
            last = value(text.charAt(i));
            all |= last;
        }
        return all >= 0 && switch ((to - from) % 4) {
            case 1 -> false;
            case 2 -> (last & 0b1111) == 0; // of the two characters' 12 bits, 8 are a byte
            case 3 -> (last & 0b11) == 0;
            default -> true;
        };
    }

    /** The same of an encoder that pads. */
    public boolean isCanonicalPadded(String text, int from, int to) {
        return (to - from) % 4 == 0 && isCanonical(text, from, paddingBegin(text, from, to));
    }

    private static int paddingBegin(String text, int from, int to) {
        int begin = to;
        while (begin > from && to - begin < MAX_PADDING && text.charAt(begin - 1) == '=') {
            begin--;
        }
        return begin;
    }

    /** The bytes, or null if the text is not canonical. */
    public byte[] decode(String text) {
        return decode(text, 0, text.length());
    }

    /** The bytes, or null if the text is not canonical with its padding. */
    public byte[] decodePadded(String text) {
        int length = text.length();
        return length % 4 == 0 ? decode(text, 0, paddingBegin(text, 0, length)) : null;
    }

    /** The bytes, or null if the characters from {@code from} to {@code to} are not {@linkplain #isCanonical canonical}. */
    public byte[] decode(String text, int from, int to) {
        int rest = (to - from) % 4;
        byte[] bytes = new byte[(to - from) / 4 * 3 + Math.max(0, rest - 1)];
        int whole = to - rest;
        int all = rest == 1 ? -1 : 0; // negative as soon as there is a character that has no value
        int at = 0;
        for (int i = from; i < whole; i += 4) {
            int bits = value(text.charAt(i)) << 18 | value(text.charAt(i + 1)) << 12 | value(text.charAt(i + 2)) << 6
                    | value(text.charAt(i + 3));
            all |= bits;
            bytes[at] = (byte) (bits >> 16);
            bytes[at + 1] = (byte) (bits >> 8);
            bytes[at + 2] = (byte) bits;
            at += 3;
        }
        int leftOver = 0;
        if (rest == 2) {
            int bits = value(text.charAt(whole)) << 6 | value(text.charAt(whole + 1));
            all |= bits;
            bytes[at] = (byte) (bits >> 4);
            leftOver = bits & 0b1111;
        } else if (rest == 3) {
            int bits = value(text.charAt(whole)) << 12 | value(text.charAt(whole + 1)) << 6 | value(text.charAt(whole + 2));
            all |= bits;
            bytes[at] = (byte) (bits >> 10);
            bytes[at + 1] = (byte) (bits >> 2);
            leftOver = bits & 0b11;
        }
        return all < 0 || leftOver != 0 ? null : bytes;
    }
}
