package io.quarkiverse.usersession.runtime.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The key that a secret gives for cookies of format version 1, and the id by which a cookie says that it was sealed with it.
 * Both are derived one-way and apart: the id, which is public, tells nothing about the key.
 */
public final class CookieKey {

    private static final String SALT = "quarkus-user-session";

    private final int id;
    private final Xaes256Gcm cipher;

    private CookieKey(int id, Xaes256Gcm cipher) {
        this.id = id;
        this.cipher = cipher;
    }

    /** Derives the key from the UTF-8 bytes of a secret. */
    public static CookieKey of(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        byte[] id = Hkdf.derive(bytes, SALT, "cookie v1 key id", Integer.BYTES);
        byte[] key = Hkdf.derive(bytes, SALT, "cookie v1", Xaes256Gcm.KEY_BYTES);
        return new CookieKey(ByteBuffer.wrap(id).getInt(), new Xaes256Gcm(key));
    }

    public int id() {
        return id;
    }

    public Xaes256Gcm cipher() {
        return cipher;
    }
}
