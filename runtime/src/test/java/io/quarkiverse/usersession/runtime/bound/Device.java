package io.quarkiverse.usersession.runtime.bound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** Signs challenges as a browser does, or not quite as it does. */
final class Device {

    private final KeyPair keys;

    Device() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    DeviceKey key() {
        return DeviceKey.of(coordinate(point().getAffineX()), coordinate(point().getAffineY()));
    }

    /** A proof with the public key. */
    String registers(String challenge) {
        return signs("{\"typ\":\"dbsc+jwt\",\"alg\":\"ES256\",\"jwk\":" + jwk() + "}", "{\"jti\":\"" + challenge + "\"}");
    }

    String signs(String challenge) {
        return signs("{\"typ\":\"dbsc+jwt\",\"alg\":\"ES256\"}", "{\"jti\":\"" + challenge + "\"}");
    }

    String signs(String header, String payload) {
        String signed = base64(header.getBytes(UTF_8)) + "." + base64(payload.getBytes(UTF_8));
        return signed + "." + base64(signature(signed));
    }

    byte[] signature(String signed) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(keys.getPrivate());
            signer.update(signed.getBytes(UTF_8));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String jwk() {
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + x() + "\",\"y\":\"" + y() + "\"}";
    }

    String x() {
        return base64(coordinate(point().getAffineX()));
    }

    String y() {
        return base64(coordinate(point().getAffineY()));
    }

    private java.security.spec.ECPoint point() {
        return ((ECPublicKey) keys.getPublic()).getW();
    }

    static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[32];
        byte[] significant = bytes.length > 32 ? Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length) : bytes;
        System.arraycopy(significant, 0, padded, 32 - significant.length, significant.length);
        return padded;
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
