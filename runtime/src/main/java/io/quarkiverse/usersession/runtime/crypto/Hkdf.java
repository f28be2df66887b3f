package io.quarkiverse.usersession.runtime.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HKDF with HMAC-SHA256 (RFC 5869): derives independent keys from one secret, one for each purpose that {@code info} names.
 */
public final class Hkdf {

    private static final String HMAC = "HmacSHA256";
    private static final int HASH_BYTES = 32;
    private static final int MAX_BYTES = 255 * HASH_BYTES; // RFC 5869 §2.3: L <= 255*HashLen

    private Hkdf() {
    }

    /** Derives a key; {@code salt} and {@code info} are used as their UTF-8 bytes. */
    public static byte[] derive(byte[] secret, String salt, String info, int bytes) {
        return derive(secret, salt.getBytes(StandardCharsets.UTF_8), info.getBytes(StandardCharsets.UTF_8), bytes);
    }

    static byte[] derive(byte[] secret, byte[] salt, byte[] info, int bytes) {
        return expand(extract(secret, salt), info, bytes);
    }

    /** The first step (RFC 5869 §2.2): what keys for any number of purposes can be expanded from. As secret as the secret. */
    static byte[] extract(byte[] secret, String salt) {
        return extract(secret, salt.getBytes(StandardCharsets.UTF_8));
    }

    /** The second step (RFC 5869 §2.3). */
    static byte[] expand(byte[] pseudoRandomKey, String info, int bytes) {
        return expand(pseudoRandomKey, info.getBytes(StandardCharsets.UTF_8), bytes);
    }

    private static byte[] extract(byte[] secret, byte[] salt) {
        try {
            // no salt is HashLen zeros; the JDK refuses an empty key
            return hmac(salt.length == 0 ? new byte[HASH_BYTES] : salt).doFinal(secret);
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    private static byte[] expand(byte[] pseudoRandomKey, byte[] info, int bytes) {
        if (bytes < 1 || bytes > MAX_BYTES) {
            throw new IllegalArgumentException("HKDF-SHA256 derives 1 to " + MAX_BYTES + " bytes");
        }
        try {
            return blocks(pseudoRandomKey, info, bytes);
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    private static IllegalStateException lacking(GeneralSecurityException e) {
        return new IllegalStateException("This Java runtime lacks " + HMAC, e);
    }

    private static byte[] blocks(byte[] pseudoRandomKey, byte[] info, int bytes) throws GeneralSecurityException {
        Mac hmac = hmac(pseudoRandomKey);
        byte[] result = new byte[bytes];
        byte[] block = new byte[0];
        for (int done = 0, counter = 1; done < bytes; done += HASH_BYTES, counter++) {
            hmac.update(block);
            hmac.update(info);
            hmac.update((byte) counter);
            block = hmac.doFinal();
            System.arraycopy(block, 0, result, done, Math.min(HASH_BYTES, bytes - done));
        }
        return result;
    }

    private static Mac hmac(byte[] key) throws GeneralSecurityException {
        Mac hmac = Mac.getInstance(HMAC);
        hmac.init(new SecretKeySpec(key, HMAC));
        return hmac;
    }
}
