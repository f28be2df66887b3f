package io.quarkiverse.usersession.runtime.bound;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.quarkiverse.usersession.runtime.crypto.KeyPurpose;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.format.SealedBytes;

/**
 * Seals the id of a sign-in and a time of expiry, for one purpose and place: {@link SealedBytes} with this content.
 *
 * <pre>
 * content = expiresAt u32, big-endian | sign-in id, ASCII
 * </pre>
 */
final class SignInSeal {

    static final int MAX_ID = 64;

    private final SealedBytes sealed;

    SignInSeal(KeyPurpose purpose, String place, KeyRing keys, Randomness random) {
        this.sealed = new SealedBytes(purpose, place, keys, random, Integer.BYTES + 1, Integer.BYTES + MAX_ID);
    }

    /** @param expiresAt seconds since the epoch */
    String seal(String signInId, long expiresAt) {
        byte[] id = signInId.getBytes(StandardCharsets.US_ASCII);
        return sealed.seal(ByteBuffer.allocate(Integer.BYTES + id.length).putInt((int) expiresAt).put(id).array());
    }

    /** @return null if it is not valid; it may have expired */
    SealedSignIn open(String text) {
        byte[] message = look(text);
        return message == null ? null : open(message);
    }

    /** @return null if its looks already show that it is not valid */
    byte[] look(String text) {
        return sealed.look(text);
    }

    /** @param message the result of {@link #look} */
    SealedSignIn open(byte[] message) {
        ByteBuffer content = sealed.open(message);
        return content == null ? null : read(content, sealed.isOfCurrentKey(message));
    }

    static SealedSignIn read(ByteBuffer content, boolean currentKey) {
        long expiresAt = Integer.toUnsignedLong(content.getInt());
        return new SealedSignIn(StandardCharsets.US_ASCII.decode(content).toString(), expiresAt, currentKey);
    }
}
