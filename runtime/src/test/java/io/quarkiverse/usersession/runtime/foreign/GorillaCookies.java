package io.quarkiverse.usersession.runtime.foreign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.quarkiverse.usersession.testsupport.RemixCookies;

/** Writes cookies as gorilla/securecookie does. */
public final class GorillaCookies {

    private GorillaCookies() {
    }

    static String signed(String cookieName, String hashKey, String timestamp, byte[] session) {
        return signed("HmacSHA256", cookieName, hashKey.getBytes(UTF_8), timestamp, session);
    }

    static String signed(String algorithm, String cookieName, byte[] hashKey, String timestamp, byte[] session) {
        String message = timestamp + "|" + Base64.getUrlEncoder().encodeToString(session);
        byte[] mac = RemixCookies.hmac(algorithm, hashKey, (cookieName + "|" + message).getBytes(UTF_8));
        return Base64.getUrlEncoder().encodeToString((message + "|" + new String(mac, ISO_8859_1)).getBytes(ISO_8859_1));
    }

    public static String signed(String cookieName, String hashKey, long timestamp, byte[] session) {
        return signed(cookieName, hashKey, Long.toString(timestamp), session);
    }

    static byte[] encrypted(String blockKey, byte[] session) {
        return encrypted(blockKey.getBytes(UTF_8), session);
    }

    static byte[] encrypted(byte[] blockKey, byte[] session) {
        byte[] iv = "an IV, not random".substring(0, 16).getBytes(UTF_8);
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(blockKey, "AES"), new IvParameterSpec(iv));
            byte[] message = Arrays.copyOf(iv, iv.length + session.length);
            cipher.doFinal(session, 0, session.length, message, iv.length);
            return message;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
