package io.quarkiverse.usersession.benchmarks.http;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * XAES-256-GCM and base64url with as little as can be: cached keys, and one pair of ciphers for each thread. Values are
 * {@code base64url(nonce[24] | ciphertext | tag[16])}, without associated data.
 */
final class FloorCipher {

    private static final int NONCE_BYTES = 24;
    private static final int TAG_BITS = 128;
    private static final int BLOCK_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key = new SecretKeySpec(randomBytes(32), "AES");
    private final ThreadLocal<Ciphers> ciphers = ThreadLocal.withInitial(() -> new Ciphers(key));

    byte[] open(String value) throws GeneralSecurityException {
        byte[] message = Base64.getUrlDecoder().decode(value);
        return ciphers.get().gcm(Cipher.DECRYPT_MODE, message).doFinal(message, NONCE_BYTES, message.length - NONCE_BYTES);
    }

    String seal(byte[] plaintext) throws GeneralSecurityException {
        byte[] message = new byte[NONCE_BYTES + plaintext.length + TAG_BITS / 8];
        System.arraycopy(randomBytes(NONCE_BYTES), 0, message, 0, NONCE_BYTES);
        ciphers.get().gcm(Cipher.ENCRYPT_MODE, message).doFinal(plaintext, 0, plaintext.length, message, NONCE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(message);
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static final class Ciphers {

        private final Cipher aes;
        private final Cipher gcm;
        private final byte[] k1;

        Ciphers(SecretKeySpec key) {
            try {
                aes = Cipher.getInstance("AES/ECB/NoPadding");
                aes.init(Cipher.ENCRYPT_MODE, key);
                gcm = Cipher.getInstance("AES/GCM/NoPadding");
                k1 = aes.doFinal(new byte[BLOCK_BYTES]);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            int carry = 0;
            for (int i = BLOCK_BYTES - 1; i >= 0; i--) {
                int doubled = (k1[i] & 0xff) << 1 | carry;
                carry = doubled >>> 8;
                k1[i] = (byte) doubled;
            }
            k1[BLOCK_BYTES - 1] ^= (byte) (carry * 0x87);
        }

        Cipher gcm(int mode, byte[] message) throws GeneralSecurityException {
            byte[] blocks = new byte[2 * BLOCK_BYTES];
            for (int block = 0; block < 2; block++) {
                int at = block * BLOCK_BYTES;
                blocks[at + 1] = (byte) (block + 1);
                blocks[at + 2] = 'X';
                System.arraycopy(message, 0, blocks, at + 4, NONCE_BYTES / 2);
                for (int i = 0; i < BLOCK_BYTES; i++) {
                    blocks[at + i] ^= k1[i];
                }
            }
            gcm.init(mode, new SecretKeySpec(aes.doFinal(blocks), "AES"),
                    new GCMParameterSpec(TAG_BITS, message, NONCE_BYTES / 2, NONCE_BYTES / 2));
            return gcm;
        }
    }
}
