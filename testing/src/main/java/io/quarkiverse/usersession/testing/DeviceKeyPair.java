package io.quarkiverse.usersession.testing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A key of a browser, in memory instead of a chip. It signs challenges with ES256 (RFC 7518 §3.4). */
final class DeviceKeyPair {

    private static final int COORDINATE_BYTES = 32;

    private final KeyPair keys;

    DeviceKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks the curve P-256", e);
        }
    }

    /** @param withKey whether to include the public key, as in a registration */
    String proof(String challenge, boolean withKey) {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        String jwk = ",\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + coordinate(key.getW().getAffineX())
                + "\",\"y\":\"" + coordinate(key.getW().getAffineY()) + "\"}";
        String signed = base64(("{\"typ\":\"dbsc+jwt\",\"alg\":\"ES256\"" + (withKey ? jwk : "") + "}")
                .getBytes(StandardCharsets.UTF_8)) + "."
                + base64(("{\"jti\":\"" + challenge + "\"}").getBytes(StandardCharsets.UTF_8));
        try {
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(keys.getPrivate());
            signer.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks ECDSA", e);
        }
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray(); // with a leading zero where the first bit is set, and as short as can be
        byte[] padded = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, padded, COORDINATE_BYTES - length, length);
        return base64(padded);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
