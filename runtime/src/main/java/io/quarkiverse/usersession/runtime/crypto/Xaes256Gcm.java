package io.quarkiverse.usersession.runtime.crypto;

import java.security.GeneralSecurityException;

import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import io.quarkiverse.usersession.runtime.pool.Pool;

/**
 * XAES-256-GCM (C2SP): authenticated encryption with random nonces of 192 bits. Each message has a key of its own, derived
 * from the first half of its nonce, so that one key is good for 2^80 messages where AES-GCM with random nonces ends at 2^32
 * (NIST SP 800-38D §8.3).
 * <p>
 * Messages are {@code nonce[24] | ciphertext | tag[16]}, at an offset of a larger array and up to its end, and are encrypted
 * and decrypted in place. Any number of threads may do so at the same time.
 *
 * @see <a href="https://c2sp.org/XAES-256-GCM">c2sp.org/XAES-256-GCM</a>
 */
public final class Xaes256Gcm {

    public static final int KEY_BYTES = 32;
    public static final int NONCE_BYTES = 24;
    public static final int TAG_BYTES = 16;

    private final SecretKey key;
    private final Pool<MessageCipher> ciphers = new Pool<>();

    public Xaes256Gcm(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("An XAES-256-GCM key has " + KEY_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * Encrypts what stands behind the nonce, and writes the tag behind it.
     *
     * @param message has a nonce, the plaintext and room for the tag, and then ends
     * @param offset where the nonce is
     * @param plaintextBytes how long the plaintext is
     */
    public void seal(byte[] message, int offset, int plaintextBytes, byte[] associatedData) {
        checkRoom(message, offset, plaintextBytes);
        try {
            MessageCipher cipher = take();
            cipher.seal(message, offset, plaintextBytes, associatedData);
            ciphers.give(cipher); // and not after an exception, whatever state it may have left it in
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed to encrypt", e);
        }
    }

    /**
     * Decrypts the message that begins at {@code offset} and ends with the array. The plaintext then stands behind the nonce.
     *
     * @return how many bytes the plaintext has
     * @throws AEADBadTagException if it is too short, or was not sealed with this key, nonce and associated data; what is left
     *         of the message must not be looked at
     */
    public int open(byte[] message, int offset, byte[] associatedData) throws AEADBadTagException {
        if (message.length - offset < NONCE_BYTES + TAG_BYTES) {
            throw new AEADBadTagException("The message is shorter than its nonce and tag");
        }
        try {
            MessageCipher cipher = take();
            try {
                int plaintextBytes = cipher.open(message, offset, associatedData);
                ciphers.give(cipher);
                return plaintextBytes;
            } catch (AEADBadTagException e) {
                ciphers.give(cipher); // as good as new for its next message, and anybody can cause this exception
                throw e;
            }
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed to decrypt", e);
        }
    }

    private static void checkRoom(byte[] message, int offset, int plaintextBytes) {
        if (plaintextBytes < 0 || message.length - offset != NONCE_BYTES + plaintextBytes + TAG_BYTES) {
            throw new IllegalArgumentException("The message has no room for exactly the ciphertext and its tag");
        }
    }

    byte[] messageKey(byte[] message, int offset) throws GeneralSecurityException {
        MessageCipher cipher = take();
        byte[] messageKey = cipher.messageKey(message, offset);
        ciphers.give(cipher);
        return messageKey;
    }

    private MessageCipher take() throws GeneralSecurityException {
        MessageCipher cipher = ciphers.take();
        return cipher == null ? new MessageCipher(key) : cipher;
    }
}
