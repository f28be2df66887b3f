package io.quarkiverse.usersession.runtime.foreign;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The parts of a gorilla/securecookie, not verified yet: {@code timestamp "|" payload "|" mac}.
 *
 * @param signed the text that the MAC covers: {@code name "|" timestamp "|" payload}
 */
record GorillaMessage(String timestamp, String payload, byte[] mac, byte[] signed) {

    static GorillaMessage split(String cookieName, byte[] bytes) throws DamagedCookieException {
        int payload = after('|', bytes, 0);
        int mac = after('|', bytes, payload); // in which there may be more of them
        return new GorillaMessage(
                new String(bytes, 0, payload - 1, StandardCharsets.ISO_8859_1),
                new String(bytes, payload, mac - 1 - payload, StandardCharsets.ISO_8859_1),
                Arrays.copyOfRange(bytes, mac, bytes.length),
                signed(cookieName, bytes, mac - 1));
    }

    /**
     * The timestamp, in seconds since the epoch. Call this only after the signature has been verified. It does not use
     * {@code Long.parseLong}, whose exceptions have stack traces.
     */
    long writtenAt() throws DamagedCookieException {
        boolean negative = timestamp.startsWith("-");
        int first = negative || timestamp.startsWith("+") ? 1 : 0;
        long number = 0; // negated, as there is one more negative number
        for (int i = first; i < timestamp.length(); i++) {
            int digit = timestamp.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number < (Long.MIN_VALUE + digit) / 10) {
                throw withoutTimestamp();
            }
            number = number * 10 - digit;
        }
        if (timestamp.length() == first || !negative && number == Long.MIN_VALUE) {
            throw withoutTimestamp();
        }
        return negative ? number : -number;
    }

    private static DamagedCookieException withoutTimestamp() {
        return new DamagedCookieException("has no timestamp");
    }

    /** Leaves out the session, because this text may end up in a log. */
    @Override
    public String toString() {
        return "GorillaMessage";
    }

    private static int after(char separator, byte[] bytes, int from) throws DamagedCookieException {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == separator) {
                return i + 1;
            }
        }
        throw new DamagedCookieException("is not signed");
    }

    private static byte[] signed(String cookieName, byte[] bytes, int length) {
        byte[] name = (cookieName + '|').getBytes(StandardCharsets.UTF_8);
        byte[] signed = Arrays.copyOf(name, name.length + length);
        System.arraycopy(bytes, 0, signed, name.length, length);
        return signed;
    }
}
