package io.quarkiverse.usersession.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Writes cookies as Remix does. */
public final class RemixCookies {

    public static final String SECRET = "abcdef1234";

    private RemixCookies() {
    }

    public static String signed(String json) {
        return signed(SECRET, json);
    }

    public static String signed(String secret, byte[] json) {
        return percentEncoded(signedText(secret, Base64.getEncoder().encodeToString(json)));
    }

    public static String signed(String secret, String json) {
        return signed(secret, json.getBytes(UTF_8));
    }

    public static String signedText(String secret, String payload) {
        return payload + "." + Base64.getEncoder().withoutPadding().encodeToString(hmac(secret, payload));
    }

    /** As encodeURIComponent does, for base64 and dots. */
    public static String percentEncoded(String text) {
        return text.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
    }

    public static byte[] hmac(String key, String message) {
        return hmac("HmacSHA256", key.getBytes(UTF_8), message.getBytes(UTF_8));
    }

    public static byte[] hmac(String algorithm, byte[] key, byte[] message) {
        try {
            Mac hmac = Mac.getInstance(algorithm);
            hmac.init(new SecretKeySpec(key, algorithm));
            return hmac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
