package io.quarkiverse.usersession.benchmarks.codec;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What nobody can do without who encrypts by AES-256-GCM: one nonce of 12 bytes, one pass, base64url, JSON. A key that is kept,
 * a {@code Cipher} for each thread that is used again; no associated data, no expiry, no key ids, nothing checked.
 */
public final class AesGcmFloor implements Contender {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
    private final SecureRandom random = new SecureRandom();
    private final Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");

    AesGcmFloor() throws GeneralSecurityException {
    }

    @Override
    public Contender forThread() {
        try {
            return new AesGcmFloor();
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
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
        cipher.doFinal(json, 0, json.length, message, NONCE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(message);
    }

    @Override
    public Map<String, Object> open(String cookie) throws GeneralSecurityException {
        byte[] message = Base64.getUrlDecoder().decode(cookie);
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, message, 0, NONCE_BYTES));
        return Json.read(cipher.doFinal(message, NONCE_BYTES, message.length - NONCE_BYTES));
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
}
