package io.quarkiverse.usersession.runtime.foreign;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.quarkiverse.usersession.runtime.pool.Pool;

/** A key with which another system signed its cookies. It may be weak, because it is used only for reading. */
final class HmacKey {

    private final SecretKeySpec key;
    private final Pool<Mac> macs = new Pool<>();

    private HmacKey(byte[] key, String algorithm) {
        if (key.length == 0) {
            throw new IllegalArgumentException("A key to verify cookies with must not be empty");
        }
        this.key = new SecretKeySpec(key, algorithm);
    }

    static HmacKey sha256(byte[] key) {
        return new HmacKey(key, "HmacSHA256");
    }

    static HmacKey sha512(byte[] key) {
        return new HmacKey(key, "HmacSHA512");
    }

    /** Whether the message was signed with this key. The time that this takes reveals nothing about the right signature. */
    boolean verifies(byte[] message, byte[] signature) {
        return MessageDigest.isEqual(sign(message), signature);
    }

    private byte[] sign(byte[] message) {
        Mac hmac = macs.take();
        if (hmac == null) {
            hmac = newMac();
        }
        byte[] signature = hmac.doFinal(message);
        macs.give(hmac);
        return signature;
    }

    private Mac newMac() {
        try {
            Mac hmac = Mac.getInstance(key.getAlgorithm());
            hmac.init(key);
            return hmac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks " + key.getAlgorithm(), e);
        }
    }
}
