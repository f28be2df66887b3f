package io.quarkiverse.usersession.runtime.bound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;

class DeviceKeyTest {

    // RFC 7515 appendix A.3
    private static final String X = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
    private static final String Y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
    private static final byte[] SIGNED = ("eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9"
            + "leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ").getBytes(US_ASCII);
    private static final byte[] SIGNATURE = Base64.getUrlDecoder().decode(
            "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");

    private final DeviceKey key = DeviceKey.ofJwk("EC", "P-256", X, Y);

    @Test
    void verifiesTheExampleOfTheSpecification() {
        assertThat(key.verifies(SIGNED, SIGNATURE)).isTrue();
    }

    @Test
    void refusesASignatureOfAnythingElse() {
        for (int at = 0; at < SIGNATURE.length; at++) {
            byte[] changed = SIGNATURE.clone();
            changed[at] ^= 1;
            assertThat(key.verifies(SIGNED, changed)).isFalse();
        }
        byte[] other = SIGNED.clone();
        other[SIGNED.length - 1] ^= 1;
        assertThat(key.verifies(other, SIGNATURE)).isFalse();
        assertThat(new Device().key().verifies(SIGNED, SIGNATURE)).isFalse();
    }

    @Test
    void refusesSignaturesThatAreNoPairOfNumbersOfTheGroup() throws GeneralSecurityException {
        byte[] order = Device.coordinate(curve().getOrder());
        byte[] zero = new byte[32];
        byte[] one = Device.coordinate(BigInteger.ONE);

        for (byte[] r : List.of(zero, order, one)) {
            for (byte[] s : List.of(zero, order)) {
                assertThat(key.verifies(SIGNED, concatenated(r, s))).isFalse();
                assertThat(key.verifies(SIGNED, concatenated(s, r))).isFalse();
            }
        }
        for (int length : new int[] { 0, 1, 63, 65, 70, 72, 128 }) {
            assertThat(key.verifies(SIGNED, java.util.Arrays.copyOf(SIGNATURE, length))).isFalse();
        }
    }

    @Test
    void takesPointsOfTheCurveOnly() throws GeneralSecurityException {
        byte[] x = Base64.getUrlDecoder().decode(X);
        byte[] y = Base64.getUrlDecoder().decode(Y);
        BigInteger prime = ((ECFieldFp) curve().getCurve().getField()).getP();
        byte[] negative = Device.coordinate(prime.subtract(new BigInteger(1, y)));

        assertThat(DeviceKey.of(x, y)).isEqualTo(key).hasSameHashCodeAs(key);
        assertThat(DeviceKey.of(x, negative)).isNotNull().isNotEqualTo(key);
        assertThat(DeviceKey.of(y, x)).isNull();
        assertThat(DeviceKey.of(x, x)).isNull();
        assertThat(DeviceKey.of(new byte[32], new byte[32])).isNull();
        assertThat(DeviceKey.of(x, Device.coordinate(new BigInteger(1, y).add(BigInteger.ONE)))).isNull();
        assertThat(DeviceKey.of(java.util.Arrays.copyOf(x, 31), y)).isNull();
        assertThat(DeviceKey.of(java.util.Arrays.copyOf(x, 33), y)).isNull();
        assertThat(DeviceKey.of(null, y)).isNull();
    }

    @Test
    void takesNoCoordinateThatIsNotReduced() throws GeneralSecurityException {
        BigInteger prime = ((ECFieldFp) curve().getCurve().getField()).getP();
        BigInteger b = curve().getCurve().getB();
        BigInteger y = b.modPow(prime.add(BigInteger.ONE).shiftRight(2), prime); // a root, as the prime is 3 modulo 4
        byte[] root = Device.coordinate(y);

        assertThat(DeviceKey.of(new byte[32], root)).as("the point at x = 0").isNotNull();
        assertThat(DeviceKey.of(Device.coordinate(prime), root)).as("the same at x = p").isNull();
    }

    @Test
    void takesOnlyKeysOfThatKind() {
        assertThat(DeviceKey.ofJwk("RSA", "P-256", X, Y)).isNull();
        assertThat(DeviceKey.ofJwk("EC", "P-384", X, Y)).isNull();
        assertThat(DeviceKey.ofJwk("EC", "secp256k1", X, Y)).isNull();
        assertThat(DeviceKey.ofJwk("OKP", "Ed25519", X, null)).isNull();
        assertThat(DeviceKey.ofJwk(null, null, X, Y)).isNull();
        assertThat(DeviceKey.ofJwk("EC", "P-256", null, Y)).isNull();
        assertThat(DeviceKey.ofJwk("EC", "P-256", X + "=", Y)).isNull();
        assertThat(DeviceKey.ofJwk("EC", "P-256", X.replace('8', '/'), Y)).isNull();
        assertThat(DeviceKey.ofJwk("EC", "P-256", "AA" + X, Y)).isNull();
    }

    @Test
    void isReadAsItWasWritten() {
        ByteBuffer bytes = ByteBuffer.allocate(DeviceKey.BYTES);

        key.write(bytes);

        assertThat(DeviceKey.read(bytes.flip())).isEqualTo(key);
    }

    @Test
    void hasTheCurveOfTheJdk() throws GeneralSecurityException {
        BigInteger prime = ((ECFieldFp) curve().getCurve().getField()).getP();

        assertThat(P256.isPoint(curve().getGenerator().getAffineX(), curve().getGenerator().getAffineY())).isTrue();
        assertThat(P256.isPoint(curve().getGenerator().getAffineX().add(prime), curve().getGenerator().getAffineY())).isFalse();
        assertThat(P256.isOfSignature(curve().getOrder())).isFalse();
        assertThat(P256.isOfSignature(curve().getOrder().subtract(BigInteger.ONE))).isTrue();
        assertThat(curve().getCurve().getA()).isEqualTo(prime.subtract(BigInteger.valueOf(3)));
        assertThat(curve().getCofactor()).isEqualTo(1);
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static byte[] concatenated(byte[] r, byte[] s) {
        return ByteBuffer.allocate(64).put(r).put(s).array();
    }
}
