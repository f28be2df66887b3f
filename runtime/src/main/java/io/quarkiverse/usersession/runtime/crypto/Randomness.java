package io.quarkiverse.usersession.runtime.crypto;

/** Where nonces and session ids come from: {@link java.security.SecureRandom#nextBytes} outside of tests. */
@FunctionalInterface
public interface Randomness {

    /** Fills the array with random bytes. */
    void nextBytes(byte[] bytes);
}
