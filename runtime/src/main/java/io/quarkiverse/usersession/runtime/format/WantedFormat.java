package io.quarkiverse.usersession.runtime.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.quarkiverse.usersession.runtime.crypto.KeyPurpose;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;

/**
 * Seals the location that a browser wanted into a cookie value, and opens it again: {@link SealedBytes} for the name of the
 * cookie, with this content.
 *
 * <pre>
 * content = issuedAt u32, big-endian | path and query, ASCII
 * </pre>
 */
public final class WantedFormat {

    /** How long a location is kept. */
    public static final int SECONDS = 600;

    /** Longer locations are not kept. */
    public static final int MAX_CHARACTERS = 512;

    /** The most decryptions for a request, however many cookies of this name it has. */
    private static final int MAX_OPENED = 8;

    private static final int SKEW_SECONDS = 60;

    private final SealedBytes sealed;

    public WantedFormat(String cookieName, KeyRing keys, Randomness random) {
        this.sealed = new SealedBytes(KeyPurpose.WANTED, cookieName, keys, random, Integer.BYTES,
                Integer.BYTES + MAX_CHARACTERS);
    }

    /**
     * @param location ASCII, at most {@link #MAX_CHARACTERS}
     * @param now seconds since the epoch
     */
    public String seal(String location, long now) {
        return sealed.seal(ByteBuffer.allocate(Integer.BYTES + location.length()).putInt((int) now)
                .put(location.getBytes(StandardCharsets.US_ASCII)).array());
    }

    /**
     * Opens the one that was sealed last. It never throws, whatever the values are.
     *
     * @param values of all cookies of that name
     * @param now seconds since the epoch
     * @return the location, or null if none can be used
     */
    public String open(List<String> values, long now) {
        String last = null;
        long lastIssuedAt = -1;
        int opened = 0;
        for (String value : values) {
            byte[] message = sealed.look(value);
            if (message == null) {
                continue;
            }
            if (++opened > MAX_OPENED) {
                break;
            }
            ByteBuffer content = sealed.open(message);
            if (content == null) {
                continue;
            }
            long issuedAt = Integer.toUnsignedLong(content.getInt());
            if (issuedAt > lastIssuedAt && issuedAt <= now + SKEW_SECONDS && now < issuedAt + SECONDS) {
                last = StandardCharsets.US_ASCII.decode(content).toString();
                lastIssuedAt = issuedAt;
            }
        }
        return last;
    }
}
