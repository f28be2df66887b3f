package io.quarkiverse.usersession.runtime.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The keys that a secret gives, one for each purpose, and the id by which a cookie says that it was sealed with one of them.
 * They are derived one-way and apart: the id, which is public, tells nothing about a key, and no key anything about another.
 */
public final class CookieKey {

    private static final String SALT = "quarkus-user-session";

    private final int id;
    private final Xaes256Gcm cipher;
    private final Xaes256Gcm wantedCipher;

    private CookieKey(int id, Xaes256Gcm cipher, Xaes256Gcm wantedCipher) {
        this.id = id;
        this.cipher = cipher;
        this.wantedCipher = wantedCipher;
    }

    /** Derives the keys from the UTF-8 bytes of a secret. */
    public static CookieKey of(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        byte[] id = Hkdf.derive(bytes, SALT, "cookie v1 key id", Integer.BYTES);
        return new CookieKey(ByteBuffer.wrap(id).getInt(), cipher(bytes, "cookie v1"), cipher(bytes, "wanted v1"));
    }

    private static Xaes256Gcm cipher(byte[] secret, String purpose) {
        return new Xaes256Gcm(Hkdf.derive(secret, SALT, purpose, Xaes256Gcm.KEY_BYTES));
    }

    public int id() {
        return id;
    }

    /** For session cookies of format version 1. */
    public Xaes256Gcm cipher() {
        return cipher;
    }

    /** For cookies that keep a wanted location. */
    public Xaes256Gcm wantedCipher() {
        return wantedCipher;
    }
}
