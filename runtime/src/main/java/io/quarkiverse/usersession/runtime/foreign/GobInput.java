package io.quarkiverse.usersession.runtime.foreign;

import java.util.Arrays;

import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.JsonObject;

/**
 * The bytes of a gob stream, read from front to back. A length that the stream claims is held against the bytes that are
 * there before anything is made of it, and a number of elements against a limit.
 * <p>
 * The stream consists of chunks: a byte count and so many bytes. Each message is a chunk, and so is each value behind an
 * interface, inside the chunk that it is part of. A type definition always ends the chunk in which it stands: what follows is
 * in a new one, although to the reader it is still the same message or value.
 *
 * @see <a href="https://pkg.go.dev/encoding/gob#hdr-Encoding_Details">encoding/gob, Encoding Details</a>
 */
final class GobInput {

    static final int MAX_BYTES = CookieFormat.MAX_COOKIE_BYTES;

    /** How many elements all lists and maps may have together: about as many as a session of ours has room for. */
    static final int MAX_ELEMENTS = 1024;

    // each chunk within another is a value behind an interface, and those are in lists or maps
    private static final int MAX_CHUNKS = JsonObject.MAX_DEPTH + 2;

    private final byte[] bytes;
    private final int[] ends = new int[MAX_CHUNKS + 1]; // of the stream, and of the chunks that have been entered
    private int chunk;
    private int position;
    private int elements;

    GobInput(byte[] bytes) throws DamagedCookieException {
        if (bytes.length > MAX_BYTES) {
            throw new DamagedCookieException("holds a gob that is too long");
        }
        this.bytes = bytes;
        ends[0] = bytes.length;
    }

    void enterChunk() throws DamagedCookieException {
        if (chunk == MAX_CHUNKS) {
            throw new DamagedCookieException("holds a gob with too many levels");
        }
        int length = length();
        ends[++chunk] = position + length;
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

    String text() throws DamagedCookieException {
        int length = length();
        position += length;
        return Utf8.decode(bytes, position - length, length);
    }

    /** How many elements a list or map claims to have. They may go beyond this chunk, so the bytes left in it are no limit. */
    int count() throws DamagedCookieException {
        long count = unsigned();
        if (count < 0 || count > MAX_ELEMENTS - elements) {
            throw new DamagedCookieException("holds a gob with too many values");
        }
        elements += (int) count;
        return (int) count;
    }

    /** The next field of a struct, which is given by its distance from the previous one, or -1 at the end of the struct. */
    int nextField(int previous) throws DamagedCookieException {
        long distance = unsigned();
        if (distance == 0) {
            return -1;
        }
        if (distance < 0 || distance > Byte.MAX_VALUE) {
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
