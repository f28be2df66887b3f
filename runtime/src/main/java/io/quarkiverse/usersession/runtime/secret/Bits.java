package io.quarkiverse.usersession.runtime.secret;

/** Computes information in bits. */
final class Bits {

    private Bits() {
    }

    static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
