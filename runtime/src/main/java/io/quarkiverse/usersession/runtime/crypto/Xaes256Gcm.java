package io.quarkiverse.usersession.runtime.crypto;

import java.security.GeneralSecurityException;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * XAES-256-GCM (C2SP): authenticated encryption with random nonces of 192 bits. Each message has a key of its own, derived
 * from the first half of its nonce, so that one key is good for 2^80 messages where AES-GCM with random nonces ends at 2^32
 * (NIST SP 800-38D §8.3).
 * <p>
 * Messages are {@code nonce[24] | ciphertext | tag[16]}, at an offset of a larger array.
 *
 * @see <a href="https://c2sp.org/XAES-256-GCM">c2sp.org/XAES-256-GCM</a>
 */
public final class Xaes256Gcm {

    public static final int KEY_BYTES = 32;
    public static final int NONCE_BYTES = 24;
    public static final int TAG_BYTES = 16;

    private static final int BLOCK_BYTES = 16;
    private static final int HALF_NONCE_BYTES = NONCE_BYTES / 2;

    private final SecretKeySpec key;
    private final byte[] k1;

    public Xaes256Gcm(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("An XAES-256-GCM key has " + KEY_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
        this.k1 = cmacSubkey(this.key);
    }

    /**
     * Encrypts {@code plaintext} and writes ciphertext and tag behind the nonce that is in {@code message} already.
     *
     * @param message ends with room for exactly the ciphertext and the tag
     * @param offset where the nonce is
     */
    public void seal(byte[] message, int offset, byte[] plaintext, byte[] associatedData) {
        int start = offset + NONCE_BYTES;
        if (message.length - start != plaintext.length + TAG_BYTES) {
            throw new IllegalArgumentException("The message has no room for exactly the ciphertext and its tag");
        }
        try {
            messageCipher(Cipher.ENCRYPT_MODE, message, offset, associatedData)
                    .doFinal(plaintext, 0, plaintext.length, message, start);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed to encrypt", e);
        }
    }

    /**
     * Decrypts the message that begins at {@code offset} and ends with the array.
     *
     * @throws AEADBadTagException if it is too short, or was not sealed with this key, nonce and associated data
     */
    public byte[] open(byte[] message, int offset, byte[] associatedData) throws AEADBadTagException {
        int start = offset + NONCE_BYTES;
        if (message.length - start < TAG_BYTES) {
            throw new AEADBadTagException("The message is shorter than its nonce and tag");
        }
        try {
            return messageCipher(Cipher.DECRYPT_MODE, message, offset, associatedData)
                    .doFinal(message, start, message.length - start);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed to decrypt", e);
        }
    }

    private Cipher messageCipher(int mode, byte[] message, int offset, byte[] associatedData) throws GeneralSecurityException {
        SecretKeySpec messageKey = new SecretKeySpec(messageKey(message, offset), "AES");
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, messageKey,
                new GCMParameterSpec(TAG_BYTES * 8, message, offset + HALF_NONCE_BYTES, HALF_NONCE_BYTES));
        cipher.updateAAD(associatedData);
        return cipher;
    }

    /** The key of the message: CMAC as counter-mode KDF (NIST SP 800-108r1) over the first half of the nonce, in two blocks. */
    byte[] messageKey(byte[] message, int offset) throws GeneralSecurityException {
        byte[] blocks = new byte[2 * BLOCK_BYTES];
        for (int block = 0; block < 2; block++) {
            int at = block * BLOCK_BYTES;
            blocks[at + 1] = (byte) (block + 1);
            blocks[at + 2] = 'X';
            System.arraycopy(message, offset, blocks, at + 4, HALF_NONCE_BYTES);
            for (int i = 0; i < BLOCK_BYTES; i++) {
                blocks[at + i] ^= k1[i];
            }
        }
        return blockCipher(key).doFinal(blocks);
    }

    /** The first CMAC subkey (NIST SP 800-38B §6.1): the encrypted zero block, doubled in GF(2^128) without branches. */
    private static byte[] cmacSubkey(SecretKeySpec key) {
        try {
            byte[] block = blockCipher(key).doFinal(new byte[BLOCK_BYTES]);
            int carry = 0;
            for (int i = BLOCK_BYTES - 1; i >= 0; i--) {
                int doubled = (block[i] & 0xff) << 1 | carry;
                carry = doubled >>> 8;
                block[i] = (byte) doubled;
            }
            block[BLOCK_BYTES - 1] ^= (byte) (carry * 0x87);
            return block;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks AES-256", e);
        }
    }

    /** Plain AES on single blocks, as the key derivation asks for; never on data. */
    private static Cipher blockCipher(SecretKeySpec key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher;
    }
}
