package io.quarkiverse.usersession.runtime.format;

import io.quarkiverse.usersession.runtime.crypto.KeyRing;

/**
 * Judges the looks of a cookie value before it is decrypted: its length, its characters, its version and the id of its key.
 */
final class CookieLooks {

    // beyond that come the bytes of text, with which cookies of other systems begin that are base64, too
    private static final byte LAST_VERSION = 0x1f;

    private static final int MIN_LENGTH = CanonicalBase64.encodedLength(CookieFormat.OVERHEAD);
    private static final int HEADER_LENGTH = CanonicalBase64.encodedLength(CookieFormat.NONCE_AT);

    private CookieLooks() {
    }

    /** @return null if these keys may open the value */
    static CookieOutcome refusal(String text, int from, int to, KeyRing keys) {
        int length = to - from;
        long header = length < HEADER_LENGTH ? -1 : header(text, from);
        long version = header >> Integer.SIZE;
        if (version < CookieFormat.VERSION || version > LAST_VERSION) {
            return CookieOutcome.UNRECOGNIZED;
        }
        boolean canonical = CanonicalBase64.URL.isCanonical(text, from, to);
        if (version == CookieFormat.VERSION && keys.find((int) header) != null) {
            return canonical && length >= MIN_LENGTH ? null : CookieOutcome.DAMAGED;
        }
        if (!canonical || length < MIN_LENGTH) {
            return CookieOutcome.UNRECOGNIZED;
        }
        return version == CookieFormat.VERSION ? CookieOutcome.UNKNOWN_KEY : CookieOutcome.LATER_VERSION;
    }

    /** The version and the id of the key; negative if the first characters are not base64url. */
    private static long header(String text, int from) {
        long bits = 0;
        for (int i = from; i < from + HEADER_LENGTH; i++) {
            bits = bits << 6 | CanonicalBase64.URL.value(text.charAt(i));
        }
        return bits >> HEADER_LENGTH * 6 - CookieFormat.NONCE_AT * Byte.SIZE;
    }
}
