package io.quarkiverse.usersession.runtime.bound;

import java.math.BigInteger;

/** The curve P-256 (NIST SP 800-186 §3.2.1.3): y² = x³ - 3x + b over the integers modulo a prime. Its cofactor is 1. */
final class P256 {

    static final int BYTES = 32;

    private static final BigInteger P = number("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static final BigInteger B = number("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
    private static final BigInteger N = number("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private P256() {
    }

    /** Whether these are the coordinates of a point. It is never the point at infinity (NIST SP 800-56A §5.6.2.3.4). */
    static boolean isPoint(BigInteger x, BigInteger y) {
        return isBelow(x, P) && isBelow(y, P)
                && y.multiply(y).mod(P).equals(x.multiply(x).subtract(THREE).multiply(x).add(B).mod(P));
    }

    /** Whether it can be one of the two numbers of a signature (FIPS 186-5 §6.4.2, step 1). */
    static boolean isOfSignature(BigInteger number) {
        return number.signum() > 0 && isBelow(number, N);
    }

    private static boolean isBelow(BigInteger number, BigInteger bound) {
        return number.signum() >= 0 && number.compareTo(bound) < 0;
    }

    private static BigInteger number(String hex) {
        return new BigInteger(hex, 16);
    }
}
