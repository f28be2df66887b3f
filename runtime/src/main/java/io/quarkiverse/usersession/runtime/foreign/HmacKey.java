package io.quarkiverse.usersession.runtime.foreign;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A text that another system used, as UTF-8, to sign its cookies with HMAC-SHA256. It may be weak: it is only read with. */
final class HmacKey {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    HmacKey(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A key to verify cookies with must not be empty");
        }
        this.key = new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    /** Whether the message was signed with this key. How long that takes says nothing about the right signature. */
    boolean verifies(byte[] message, byte[] signature) {
        return MessageDigest.isEqual(sign(message), signature);
    }

    private byte[] sign(byte[] message) {
        try {
            Mac hmac = Mac.getInstance(HMAC);
            hmac.init(key);
            return hmac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks " + HMAC, e);
        }
    }
}
