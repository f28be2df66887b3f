package io.quarkiverse.usersession.runtime.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import javax.crypto.AEADBadTagException;

import io.quarkiverse.usersession.runtime.crypto.CookieKey;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.crypto.Xaes256Gcm;

/**
 * Seals where a browser wanted to go into a cookie value, and opens it again. All integers are big-endian.
 *
 * <pre>
 * value           = base64url-nopad( 0x01 | keyId[4] | nonce[24] | XAES-256-GCM(plaintext) incl. tag[16] )
 * plaintext       = issuedAt u32 | path and query, ASCII
 * associated data = 0x01 | keyId[4] | u16 length of the cookie name | cookie name, UTF-8
 * </pre>
 *
 * The key is another one than that of session cookies, so that none passes for the other.
 */
public final class WantedFormat {

    /** How long a location is kept. */
    public static final int SECONDS = 600;

    /** Longer locations are not kept. */
    public static final int MAX_CHARACTERS = 512;

    private static final byte VERSION = 1;
    private static final int KEY_ID_AT = 1;
    private static final int NONCE_AT = KEY_ID_AT + Integer.BYTES;
    private static final int PLAINTEXT_AT = NONCE_AT + Xaes256Gcm.NONCE_BYTES;
    private static final int LOCATION_AT = PLAINTEXT_AT + Integer.BYTES;
    private static final int OVERHEAD = LOCATION_AT + Xaes256Gcm.TAG_BYTES;
    private static final int MAX_VALUE = CanonicalBase64.encodedLength(OVERHEAD + MAX_CHARACTERS);
    private static final int MIN_VALUE = CanonicalBase64.encodedLength(OVERHEAD);

    /** No request costs more decryptions, however many cookies of this name it has. */
    private static final int MAX_OPENED = 8;

    private static final int SKEW_SECONDS = 60;

    private final byte[] cookieName;
    private final KeyRing keys;
    private final Randomness random;

    public WantedFormat(String cookieName, KeyRing keys, Randomness random) {
        this.cookieName = cookieName.getBytes(StandardCharsets.UTF_8);
        this.keys = keys;
        this.random = random;
    }

    /**
     * @param location ASCII, at most {@link #MAX_CHARACTERS}
     * @param now seconds since the epoch
     */
    public String seal(String location, long now) {
        CookieKey key = keys.current();
        byte[] nonce = new byte[Xaes256Gcm.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] message = new byte[OVERHEAD + location.length()];
        ByteBuffer.wrap(message).put(VERSION).putInt(key.id()).put(nonce).putInt((int) now)
                .put(location.getBytes(StandardCharsets.US_ASCII));
        key.wantedCipher().seal(message, NONCE_AT, Integer.BYTES + location.length(), associatedData(key));
        return CanonicalBase64.URL.encode(message);
    }

    /**
     * Opens the one that was sealed last. It never throws, whatever the values are.
     *
     * @param values of all cookies of that name
     * @param now seconds since the epoch
     * @return the location, or null if none can be used
     */
    public String open(List<String> values, long now) {
        String last = null;
        long lastIssuedAt = -1;
        int opened = 0;
        for (String value : values) {
            byte[] message = decode(value);
            CookieKey key = message == null ? null : keys.find(ByteBuffer.wrap(message).getInt(KEY_ID_AT));
            if (key == null) {
                continue;
            }
            if (++opened > MAX_OPENED) {
                break;
            }
            int end = open(message, key);
            if (end < 0) {
                continue;
            }
            long issuedAt = Integer.toUnsignedLong(ByteBuffer.wrap(message).getInt(PLAINTEXT_AT));
            if (issuedAt > lastIssuedAt && issuedAt <= now + SKEW_SECONDS && now < issuedAt + SECONDS) {
                last = new String(message, LOCATION_AT, end - LOCATION_AT, StandardCharsets.US_ASCII);
                lastIssuedAt = issuedAt;
            }
        }
        return last;
    }

    /** @return null if it can't be one of ours by its looks */
    private static byte[] decode(String value) {
        if (value.length() < MIN_VALUE || value.length() > MAX_VALUE || value.charAt(0) != 'A') {
            return null; // a value of version 1 begins with A
        }
        byte[] message = CanonicalBase64.URL.decode(value);
        return message == null || message.length < OVERHEAD || message[0] != VERSION ? null : message;
    }

    /** @return where the plaintext ends, or -1 if it was not sealed with this key for this cookie */
    private int open(byte[] message, CookieKey key) {
        try {
            return PLAINTEXT_AT + key.wantedCipher().open(message, NONCE_AT, associatedData(key));
        } catch (AEADBadTagException e) {
            return -1;
        }
    }

    private byte[] associatedData(CookieKey key) {
        return ByteBuffer.allocate(1 + Integer.BYTES + Short.BYTES + cookieName.length)
                .put(VERSION).putInt(key.id()).putShort((short) cookieName.length).put(cookieName).array();
    }
}
