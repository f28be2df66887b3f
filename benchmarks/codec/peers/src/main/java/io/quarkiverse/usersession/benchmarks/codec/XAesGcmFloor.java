package io.quarkiverse.usersession.benchmarks.codec;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What nobody can do without who encrypts by XAES-256-GCM (c2sp.org/XAES-256-GCM): as {@link AesGcmFloor}, with a nonce of 24
 * bytes, half of which two more blocks of AES turn into the key of the message.
 */
public final class XAesGcmFloor implements Contender {

    private static final int NONCE_BYTES = 24;
    private static final int TAG_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
    private final Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
    private final byte[] k1;

    XAesGcmFloor() throws GeneralSecurityException {
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[32], "AES"));
        k1 = aes.doFinal(new byte[16]);
        int carry = 0;
        for (int i = 15; i >= 0; i--) {
            int doubled = (k1[i] & 0xff) << 1 | carry;
            carry = doubled >>> 8;
            k1[i] = (byte) doubled;
        }
        k1[15] ^= (byte) (carry * 0x87);
    }

    @Override
    public Contender forThread() {
        try {
            return new XAesGcmFloor();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String seal(Map<String, Object> data) throws GeneralSecurityException {
        byte[] json = Json.write(data);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] message = new byte[NONCE_BYTES + json.length + TAG_BYTES];
        System.arraycopy(nonce, 0, message, 0, NONCE_BYTES);
        begin(Cipher.ENCRYPT_MODE, nonce);
        gcm.doFinal(json, 0, json.length, message, NONCE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(message);
    }

    @Override
    public Map<String, Object> open(String cookie) throws GeneralSecurityException {
        byte[] message = Base64.getUrlDecoder().decode(cookie);
        begin(Cipher.DECRYPT_MODE, message);
        return Json.read(gcm.doFinal(message, NONCE_BYTES, message.length - NONCE_BYTES));
    }

    @Override
    public Object openAndGet(String cookie, String name) throws GeneralSecurityException {
        return open(cookie).get(name);
    }

    @Override
    public String setAndSeal(String cookie, String name, Object value) throws GeneralSecurityException {
        Map<String, Object> data = open(cookie);
        data.put(name, value);
        return seal(data);
    }

    private void begin(int mode, byte[] nonce) throws GeneralSecurityException {
        byte[] blocks = new byte[32];
        blocks[1] = 1;
        blocks[2] = 'X';
        System.arraycopy(nonce, 0, blocks, 4, 12);
        blocks[17] = 2;
        blocks[18] = 'X';
        System.arraycopy(nonce, 0, blocks, 20, 12);
        for (int i = 0; i < 16; i++) {
            blocks[i] ^= k1[i];
            blocks[16 + i] ^= k1[i];
        }
        gcm.init(mode, new SecretKeySpec(aes.doFinal(blocks), "AES"), new GCMParameterSpec(8 * TAG_BYTES, nonce, 12, 12));
    }
}
