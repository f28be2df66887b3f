package io.quarkiverse.usersession.runtime.foreign;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * Reads the bytes that {@code MarshalBinary} of Go's {@code time.Time} writes.
 *
 * <pre>
 * version 1 = 0x01 | seconds i64 | nanoseconds i32 | offset i16 in minutes
 * version 2 = 0x02 | the same | the offset's seconds i8
 * </pre>
 *
 * The offset says in which zone to show the time, and is not part of the instant.
 */
final class GoTime {

    private static final int VERSION_1_BYTES = 1 + Long.BYTES + Integer.BYTES + Short.BYTES;

    /** From 0001-01-01T00:00:00Z, where Go's seconds begin, to 1970. */
    private static final long UNIX_EPOCH = 62_135_596_800L;

    private static final long EARLIEST = Instant.MIN.getEpochSecond() + UNIX_EPOCH;
    private static final long LATEST = Instant.MAX.getEpochSecond() + UNIX_EPOCH;

    private GoTime() {
    }

    /** @return null if the bytes are not such a time */
    static Instant unmarshal(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != 1 && bytes[0] != 2 || bytes.length != VERSION_1_BYTES + bytes[0] - 1) {
            return null;
        }
        ByteBuffer fields = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        long seconds = fields.getLong();
        int nanoseconds = fields.getInt();
        if (nanoseconds < 0 || nanoseconds > 999_999_999) {
            return null;
        }
        return seconds < EARLIEST || seconds > LATEST ? null : Instant.ofEpochSecond(seconds - UNIX_EPOCH, nanoseconds);
    }
}
