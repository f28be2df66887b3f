package io.quarkiverse.usersession.runtime.foreign;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.quarkiverse.usersession.runtime.format.CookieFormat;

/**
 * The bytes of a gob stream, read from front to back. Each length in the stream is compared with the bytes that are left before
 * it is used. So is each number of elements, because each element has at least one byte.
 * <p>
 * The stream consists of chunks: a byte count and that many bytes. Each message is a chunk, and so is each value behind an
 * interface, inside the chunk that contains it. A type definition always ends its chunk. What follows is in a new chunk,
 * although for the reader it belongs to the same message or value.
 *
 * @see <a href="https://pkg.go.dev/encoding/gob#hdr-Encoding_Details">encoding/gob, Encoding Details</a>
 */
final class GobInput {

    static final int MAX_BYTES = CookieFormat.MAX_COOKIE_BYTES;

    private static final int CHUNKS = 16; // to begin with; each takes a few bytes of the stream, so their number is bounded

    private final byte[] bytes;
    private int[] ends = new int[CHUNKS]; // of the stream, and of the chunks that have been entered
    private int chunk;
    private int position;

    GobInput(byte[] bytes) throws DamagedCookieException {
        if (bytes.length > MAX_BYTES) {
            throw new DamagedCookieException("holds a gob that is too long");
        }
        this.bytes = bytes;
        ends[0] = bytes.length;
    }

    void enterChunk() throws DamagedCookieException {
        int length = length();
        if (++chunk == ends.length) {
            ends = Arrays.copyOf(ends, 2 * chunk);
        }
        ends[chunk] = position + length;
    }

    /** The chunk must have been read to its end. */
    void leaveChunk() throws DamagedCookieException {
        if (position != ends[chunk]) {
            throw damaged();
        }
        chunk--;
    }

    void nextChunk() throws DamagedCookieException {
        leaveChunk();
        enterChunk();
    }

    /** Makes sure that the stream has been read to its end. */
    void end() throws DamagedCookieException {
        if (position != bytes.length) {
            throw damaged();
        }
    }

    /** A uint: below 128 the byte itself, otherwise the negated number of bytes, and these, the highest first. */
    long unsigned() throws DamagedCookieException {
        int first = next();
        if (first < 0x80) {
            return first;
        }
        int count = 0x100 - first;
        if (count > Long.BYTES) {
            throw damaged();
        }
        long number = 0;
        for (int i = 0; i < count; i++) {
            number = number << Byte.SIZE | next();
        }
        return number;
    }

    /** An int: a uint whose lowest bit says that the others are complemented. */
    long signed() throws DamagedCookieException {
        long number = unsigned();
        return (number & 1) == 0 ? number >>> 1 : ~(number >>> 1);
    }

    /** A float64: its bits as a uint, the bytes in reverse order. */
    double floating() throws DamagedCookieException {
        return Double.longBitsToDouble(Long.reverseBytes(unsigned()));
    }

    byte[] bytes() throws DamagedCookieException {
        int length = length();
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    void skipBytes() throws DamagedCookieException {
        int length = length();
        position += length;
    }

    /** The name of a type or of a struct's field in Go. */
    String name() throws DamagedCookieException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /**
     * The number of elements that a list or map claims to have. They may reach beyond this chunk, but not beyond the stream.
     */
    int count() throws DamagedCookieException {
        long count = unsigned();
        if (count < 0 || count > bytes.length - position) {
            throw damaged();
        }
        return (int) count;
    }

    /**
     * The next field of a struct, which is given by its distance from the previous one, or -1 at the end of the struct.
     *
     * @param fields how many the struct has
     */
    int nextField(int previous, int fields) throws DamagedCookieException {
        long distance = unsigned();
        if (distance == 0) {
            return -1;
        }
        if (distance < 0 || distance >= fields - previous) {
            throw damaged();
        }
        return previous + (int) distance;
    }

    static DamagedCookieException damaged() {
        return new DamagedCookieException("holds a gob that is damaged");
    }

    private int length() throws DamagedCookieException {
        long length = unsigned();
        if (length < 0 || length > ends[chunk] - position) {
            throw damaged();
        }
        return (int) length;
    }

    private int next() throws DamagedCookieException {
        if (position == ends[chunk]) {
            throw damaged();
        }
        return bytes[position++] & 0xff;
    }
}
