package io.quarkiverse.usersession.runtime.foreign;

import java.security.GeneralSecurityException;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.quarkiverse.usersession.runtime.pool.Pool;

/**
 * AES in counter mode, as gorilla/securecookie encrypts: {@code IV[16] | ciphertext}. Anybody can change bits of it, so only
 * what has been verified is decrypted.
 */
final class AesCtr {

    private static final int IV_BYTES = 16;

    private final SecretKeySpec key;
    private final Pool<Cipher> ciphers = new Pool<>();

    AesCtr(byte[] bytes) {
        if (bytes.length != 16 && bytes.length != 24 && bytes.length != 32) {
            throw new IllegalArgumentException("A block key has 16, 24 or 32 bytes, for AES-128, AES-192 or AES-256");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    byte[] decrypt(byte[] message) throws DamagedCookieException {
        if (message.length <= IV_BYTES) {
            throw new DamagedCookieException("is not encrypted");
        }
        try {
            Cipher cipher = ciphers.take();
            if (cipher == null) {
                cipher = Cipher.getInstance("AES/CTR/NoPadding");
            }
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(message, 0, IV_BYTES));
            byte[] plaintext = cipher.doFinal(message, IV_BYTES, message.length - IV_BYTES);
            ciphers.give(cipher);
            return plaintext;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks AES-CTR", e);
        }
    }
}
