package io.quarkiverse.usersession.runtime.crypto;

import java.security.GeneralSecurityException;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What AES has to do for a message of XAES-256-GCM, and then for the next. It has the key in it, and one thread at a time may
 * use it.
 */
final class MessageCipher {

    private static final int BLOCK_BYTES = 16;
    private static final int TAG_BITS = 8 * Xaes256Gcm.TAG_BYTES;
    private static final int HALF_NONCE_BYTES = Xaes256Gcm.NONCE_BYTES / 2;

    /** Plain AES on single blocks, as the key derivation asks for; never on data. */
    private final Cipher blocks;
    private final Cipher gcm;
    private final byte[] k1;

    MessageCipher(SecretKey key) throws GeneralSecurityException {
        blocks = Cipher.getInstance("AES/ECB/NoPadding");
        blocks.init(Cipher.ENCRYPT_MODE, key);
        k1 = cmacSubkey();
        gcm = Cipher.getInstance("AES/GCM/NoPadding");
    }

    /** Encrypts where the plaintext is, and puts the tag behind it. */
    void seal(byte[] message, int nonceAt, int plaintextBytes, byte[] associatedData) throws GeneralSecurityException {
        int start = nonceAt + Xaes256Gcm.NONCE_BYTES;
        begin(Cipher.ENCRYPT_MODE, message, nonceAt, associatedData);
        gcm.doFinal(message, start, plaintextBytes, message, start);
    }

    /** Decrypts where the ciphertext is, and returns how many bytes of plaintext it becomes. */
    int open(byte[] message, int nonceAt, byte[] associatedData) throws GeneralSecurityException {
        int start = nonceAt + Xaes256Gcm.NONCE_BYTES;
        begin(Cipher.DECRYPT_MODE, message, nonceAt, associatedData);
        return gcm.doFinal(message, start, message.length - start, message, start);
    }

    private void begin(int mode, byte[] message, int nonceAt, byte[] associatedData) throws GeneralSecurityException {
        gcm.init(mode, new SecretKeySpec(messageKey(message, nonceAt), "AES"),
                new GCMParameterSpec(TAG_BITS, message, nonceAt + HALF_NONCE_BYTES, HALF_NONCE_BYTES));
        gcm.updateAAD(associatedData);
    }

    /** The key of the message: CMAC as counter-mode KDF (NIST SP 800-108r1) over the first half of the nonce, in two blocks. */
    byte[] messageKey(byte[] message, int nonceAt) throws GeneralSecurityException {
        byte[] input = new byte[2 * BLOCK_BYTES];
        for (int block = 0; block < 2; block++) {
            int at = block * BLOCK_BYTES;
            input[at + 1] = (byte) (block + 1);
            input[at + 2] = 'X';
            System.arraycopy(message, nonceAt, input, at + 4, HALF_NONCE_BYTES);
            for (int i = 0; i < BLOCK_BYTES; i++) {
                input[at + i] ^= k1[i];
            }
        }
        return blocks.doFinal(input);
    }

    /** The first CMAC subkey (NIST SP 800-38B §6.1): the encrypted zero block, doubled in GF(2^128) without branches. */
    private byte[] cmacSubkey() throws GeneralSecurityException {
        byte[] block = blocks.doFinal(new byte[BLOCK_BYTES]);
        int carry = 0;
        for (int i = BLOCK_BYTES - 1; i >= 0; i--) {
            int doubled = (block[i] & 0xff) << 1 | carry;
            carry = doubled >>> 8;
            block[i] = (byte) doubled;
        }
        block[BLOCK_BYTES - 1] ^= (byte) (carry * 0x87);
        return block;
    }
}
