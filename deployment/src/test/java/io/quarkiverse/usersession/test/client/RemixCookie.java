package io.quarkiverse.usersession.test.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Writes cookies as Remix does. */
public final class RemixCookie {

    public static final String SECRET = "abcdef1234";

    private RemixCookie() {
    }

    public static String of(String json) {
        return signedWith(SECRET, json);
    }

    public static String signedWith(String secret, String json) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            String payload = Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
            String signature = Base64.getEncoder().withoutPadding().encodeToString(hmac.doFinal(payload.getBytes(UTF_8)));
            return URLEncoder.encode(payload + "." + signature, UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
