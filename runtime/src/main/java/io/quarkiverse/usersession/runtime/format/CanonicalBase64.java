package io.quarkiverse.usersession.runtime.format;

import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 (RFC 4648), without padding unless a method says otherwise, and read only in its canonical form: for each array of
 * bytes there is exactly one text that decodes to it. The decoders of the JDK ignore left-over bits, so a changed text could
 * still be read. They also refuse a text with an exception, whose stack trace costs far more than the text.
 */
public enum CanonicalBase64 {

    /** RFC 4648 §4 */
    STANDARD('+', '/', Base64.getEncoder(), Base64.getDecoder()),

    /** RFC 4648 §5 */
    URL('-', '_', Base64.getUrlEncoder(), Base64.getUrlDecoder());

    private static final int MAX_PADDING = 2;

    private final byte[] values = new byte[128];
    private final Base64.Encoder encoder;
    private final Base64.Decoder decoder;

    CanonicalBase64(char value62, char value63, Base64.Encoder padding, Base64.Decoder decoder) {
        this.encoder = padding.withoutPadding();
        this.decoder = decoder;
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

    /** The number of characters for this number of bytes. */
    static int encodedLength(int bytes) {
        return (bytes * 4 + 2) / 3;
    }

    String encode(byte[] bytes) {
        return encoder.encodeToString(bytes);
    }

    /** The 6 bits of a character, or -1 if it is not in the alphabet. */
    public int value(char character) {
        return character < values.length ? values[character] : -1;
    }

    /** Whether an encoder has written the characters from {@code from} to {@code to}. No characters mean no bytes. */
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

    /** The same for an encoder with padding. */
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
        return isCanonical(text, from, to) ? decodeCanonical(text, from, to) : null;
    }

    /**
     * The bytes of characters that have been found {@linkplain #isCanonical canonical}, in a fraction of the time that looking
     * at each of them again takes. For other Latin-1 characters, it returns null after an exception.
     */
    @SuppressWarnings("deprecation") // it drops the upper half of each character, which these don't have
    byte[] decodeCanonical(String text, int from, int to) {
        int lastGroup = from + Math.max(0, to - from - 1) / 4 * 4;
        if (!isCanonical(text, lastGroup, to)) {
            return null; // with padding or left-over bits, which the JDK would ignore
        }
        byte[] characters = new byte[to - from];
        text.getBytes(from, to, characters, 0);
        try {
            return decoder.decode(characters);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
