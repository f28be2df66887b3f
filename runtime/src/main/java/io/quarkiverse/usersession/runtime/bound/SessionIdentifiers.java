package io.quarkiverse.usersession.runtime.bound;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.quarkiverse.usersession.runtime.crypto.KeyPurpose;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.format.SealedBytes;

/**
 * Seals the public key of a browser into the identifier of its device-bound session. A cookie can't carry the key, because
 * browsers send no cookie with a refresh that another site has caused. It is {@link SealedBytes} with this content.
 *
 * <pre>
 * content = x[32] | y[32] | expiresAt u32 | sign-in id, ASCII
 * </pre>
 */
final class SessionIdentifiers {

    /** The last time of expiry that there is room for. */
    static final long LAST = 0xffffffffL;

    private static final int OVERHEAD = DeviceKey.BYTES + Integer.BYTES;

    private final SealedBytes sealed;

    SessionIdentifiers(String cookieName, KeyRing keys, Randomness random) {
        this.sealed = new SealedBytes(KeyPurpose.DEVICE_SESSION, cookieName, keys, random, OVERHEAD + 1,
                OVERHEAD + SignInSeal.MAX_ID);
    }

    /** @param expiresAt seconds since the epoch, 0 if it doesn't expire */
    String seal(DeviceKey key, String signInId, long expiresAt) {
        byte[] id = signInId.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer content = ByteBuffer.allocate(OVERHEAD + id.length);
        key.write(content);
        return sealed.seal(content.putInt((int) expiresAt).put(id).array());
    }

    /** @return null if it is not one of ours, or has expired */
    DeviceSession open(String identifier, long now) {
        byte[] message = sealed.look(identifier);
        ByteBuffer content = message == null ? null : sealed.open(message);
        if (content == null) {
            return null;
        }
        DeviceKey key = DeviceKey.read(content);
        SealedSignIn signIn = SignInSeal.read(content, sealed.isOfCurrentKey(message));
        return key == null || signIn.isExpired(now) ? null : new DeviceSession(key, signIn);
    }

    /** Whether a replica with other secrets may accept it. */
    boolean isOfUnknownKey(String identifier) {
        return sealed.isOfUnknownKey(identifier);
    }
}
