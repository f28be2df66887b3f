package io.quarkiverse.usersession.runtime.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The key that a secret gives for one purpose, and the id by which a sealed value says that it was sealed with one of them. All
 * are derived one-way and apart: the id, which is public, tells nothing about a key, and no key anything about another.
 */
public final class CookieKey {

    private static final String SALT = "quarkus-user-session";

    private final int id;
    private final Xaes256Gcm cipher;
    private final byte[] pseudoRandomKey; // of HKDF, which the keys for all purposes are expanded from

    private CookieKey(int id, KeyPurpose purpose, byte[] pseudoRandomKey) {
        this.id = id;
        this.cipher = new Xaes256Gcm(Hkdf.expand(pseudoRandomKey, purpose.info(), Xaes256Gcm.KEY_BYTES));
        this.pseudoRandomKey = pseudoRandomKey;
    }

    /** Derives the key for session cookies from the UTF-8 bytes of a secret. */
    public static CookieKey of(String secret) {
        byte[] pseudoRandomKey = Hkdf.extract(secret.getBytes(StandardCharsets.UTF_8), SALT);
        byte[] id = Hkdf.expand(pseudoRandomKey, "cookie v1 key id", Integer.BYTES);
        return new CookieKey(ByteBuffer.wrap(id).getInt(), KeyPurpose.COOKIE, pseudoRandomKey);
    }

    /** The key that the same secret gives for another purpose, with the same id. */
    CookieKey forPurpose(KeyPurpose purpose) {
        return new CookieKey(id, purpose, pseudoRandomKey);
    }

    public int id() {
        return id;
    }

    public Xaes256Gcm cipher() {
        return cipher;
    }
}
