package io.quarkiverse.usersession.runtime.bound;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

import io.quarkiverse.usersession.runtime.format.CanonicalBase64;

/** The public key of a browser: a point of {@link P256}, for ES256 signatures (RFC 7518 §3.4). */
final class DeviceKey {

    /** The size of x and y together. */
    static final int BYTES = 2 * P256.BYTES;

    private final byte[] x;
    private final byte[] y;

    private DeviceKey(byte[] x, byte[] y) {
        this.x = x;
        this.y = y;
    }

    /** @return null unless each has 32 bytes and they are a point of the curve */
    static DeviceKey of(byte[] x, byte[] y) {
        if (x == null || y == null || x.length != P256.BYTES || y.length != P256.BYTES
                || !P256.isPoint(new BigInteger(1, x), new BigInteger(1, y))) {
            return null;
        }
        return new DeviceKey(x, y);
    }

    /**
     * Creates a key from a JSON Web Key (RFC 7518 §6.2.1).
     *
     * @return null if its members don't describe a usable key
     */
    static DeviceKey ofJwk(String kty, String crv, String x, String y) {
        if (!"EC".equals(kty) || !"P-256".equals(crv) || x == null || y == null) {
            return null;
        }
        return of(CanonicalBase64.URL.decode(x), CanonicalBase64.URL.decode(y));
    }

    static DeviceKey read(ByteBuffer bytes) {
        byte[] x = new byte[P256.BYTES];
        byte[] y = new byte[P256.BYTES];
        bytes.get(x).get(y);
        return of(x, y);
    }

    void write(ByteBuffer bytes) {
        bytes.put(x).put(y);
    }

    /**
     * Whether the signature was made with the private key.
     *
     * @param signature two numbers of 32 bytes each (RFC 7518 §3.4)
     */
    boolean verifies(byte[] signed, byte[] signature) {
        // a JDK of before 2022 takes two zeros for the signature of anything (CVE-2022-21449)
        if (signature.length != 2 * P256.BYTES || !isNumber(signature, 0) || !isNumber(signature, P256.BYTES)) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(publicKey());
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (SignatureException | InvalidKeyException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks ECDSA", e);
        }
    }

    private static boolean isNumber(byte[] signature, int at) {
        return P256.isOfSignature(new BigInteger(1, signature, at, P256.BYTES));
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(
                new ECPoint(new BigInteger(1, x), new BigInteger(1, y)), curve.getParameterSpec(ECParameterSpec.class)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeviceKey key && Arrays.equals(x, key.x) && Arrays.equals(y, key.y);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(x);
    }
}
