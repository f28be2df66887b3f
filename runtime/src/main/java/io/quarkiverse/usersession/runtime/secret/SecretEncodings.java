package io.quarkiverse.usersession.runtime.secret;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Finds the text that a secret encodes. Secrets are never decoded for use, but whoever can guess a text can guess its encodings
 * too.
 */
final class SecretEncodings {

    private static final String[] NAMES = { "base64:", "base32:", "hex:" };

    private SecretEncodings() {
    }

    /** Decodes the secret from the encoding that it looks like; null if it looks like none. */
    static byte[] decoded(String secret) {
        String encoded = withoutName(secret);
        String hex = without(" \t\r\n:,-", encoded.replace("0x", ""));
        if (hex.length() % 2 == 0 && isMadeOf(hex, "0123456789abcdefABCDEF")) {
            return HexFormat.of().parseHex(hex);
        }
        String digits = without(" \t\r\n=", encoded);
        if (isMadeOf(digits, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") || isMadeOf(digits, "abcdefghijklmnopqrstuvwxyz234567")) {
            return base32(digits.toUpperCase(Locale.ROOT));
        }
        if (digits.length() % 4 != 1
                && isMadeOf(digits, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_")) {
            return Base64.getDecoder().decode(digits.replace('-', '+').replace('_', '/'));
        }
        return null;
    }

    private static String withoutName(String secret) {
        for (String name : NAMES) {
            if (secret.regionMatches(true, 0, name, 0, name.length())) {
                return secret.substring(name.length());
            }
        }
        return secret;
    }

    private static String without(String characters, String text) {
        StringBuilder left = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) < 0) {
                left.append(text.charAt(i));
            }
        }
        return left.toString();
    }

    private static boolean isMadeOf(String text, String alphabet) {
        for (int i = 0; i < text.length(); i++) {
            if (alphabet.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static byte[] base32(String digits) {
        byte[] bytes = new byte[digits.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            char digit = digits.charAt(bit / 5);
            int value = digit >= 'A' ? digit - 'A' : digit - '2' + 26;
            bytes[bit / 8] |= (byte) ((value >> 4 - bit % 5 & 1) << 7 - bit % 8);
        }
        return bytes;
    }

    /** The text in these bytes, without a line break at the end; null if they are not text. */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().strip();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
