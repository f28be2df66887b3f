package io.quarkiverse.usersession.runtime.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Gives the same keys the same {@code String} each time, as far as it has room: an application has few keys, and every request
 * brings them again. What one thread writes here another may see or not, which makes no difference but time.
 */
final class KeyCache {

    private static final int SIZE = 256;
    private static final int MAX_LENGTH = 32;

    private final String[] keys = new String[SIZE];

    /** @param length of the text, which is ASCII */
    String text(byte[] bytes, int start, int length) {
        if (length > MAX_LENGTH) {
            return new String(bytes, start, length, ISO_8859_1);
        }
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + bytes[start + i];
        }
        int place = (hash ^ hash >>> 8) & SIZE - 1;
        String known = keys[place];
        if (known != null && isAt(known, bytes, start, length)) {
            return known;
        }
        String key = new String(bytes, start, length, ISO_8859_1);
        keys[place] = key;
        return key;
    }

    private static boolean isAt(String key, byte[] bytes, int start, int length) {
        if (key.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (key.charAt(i) != bytes[start + i]) {
                return false;
            }
        }
        return true;
    }
}
