package io.quarkiverse.usersession.runtime.dev;

import java.util.Arrays;
import java.util.Base64;

/** What the session in a gorilla cookie was turned into, as far as can be told without the keys. */
enum GorillaPayload {

    GOB,
    JSON,
    ENCRYPTED;

    private static final Base64.Decoder URL = Base64.getUrlDecoder();
    private static final int SHA_256_BYTES = 32;
    private static final int SHA_512_BYTES = 64;

    /**
     * @param value base64url with padding, as {@code GorillaFormat} has found
     * @return null unless it is that of {@code timestamp "|" payload "|" mac}
     */
    static GorillaPayload of(String value) {
        byte[] message = URL.decode(value);
        int from = indexOf('|', message, 0) + 1;
        int to = indexOf('|', message, from);
        int mac = message.length - to - 1;
        if (from == 0 || to < 0 || mac != SHA_256_BYTES && mac != SHA_512_BYTES) {
            return null;
        }
        try {
            return ofSession(URL.decode(Arrays.copyOfRange(message, from, to)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static GorillaPayload ofSession(byte[] session) {
        int last = session.length - 1;
        if (last > 0 && session[last] == '\n') { // with which Go ends its JSON
            last--;
        }
        if (last > 0 && session[0] == '{' && session[last] == '}') {
            return JSON;
        }
        return isGob(session) ? GOB : ENCRYPTED;
    }

    /** Whether it is a sequence of messages, each after its length, the first of which defines a type. */
    private static boolean isGob(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            int length = bytes[at];
            int head = 1;
            if (length < 0) {
                head += -length;
                length = 0;
                for (int i = 1; i < head && at + i < bytes.length && head <= 3; i++) {
                    length = length << 8 | bytes[at + i] & 0xff;
                }
            }
            if (length == 0 || at == 0 && !definesType(bytes, head)) {
                return false;
            }
            at += head + length;
        }
        return at == bytes.length && at > 0;
    }

    /** Type ids below zero are definitions. Integers have their sign in the lowest bit. */
    private static boolean definesType(byte[] bytes, int at) {
        int last = at < bytes.length && bytes[at] < 0 ? at - bytes[at] : at;
        return last < bytes.length && (bytes[last] & 1) == 1;
    }

    private static int indexOf(char separator, byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == separator) {
                return i;
            }
        }
        return -1;
    }
}
