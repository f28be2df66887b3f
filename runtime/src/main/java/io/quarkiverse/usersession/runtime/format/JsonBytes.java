package io.quarkiverse.usersession.runtime.format;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * Takes the output of Jackson, which is a single piece unless it is large, with room around it, so that the result needs no
 * other array.
 */
final class JsonBytes extends OutputStream {

    private final int behind;
    private byte[] bytes;
    private int end;

    JsonBytes(int before, int behind) {
        this.behind = behind;
        this.end = before;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        int needed = end + length + behind;
        if (bytes == null) {
            bytes = new byte[needed];
        } else if (bytes.length < needed) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length)); // a large value comes in many pieces
        }
        System.arraycopy(source, offset, bytes, end, length);
        end += length;
    }

    @Override
    public void write(int value) {
        write(new byte[] { (byte) value }, 0, 1);
    }

    /** All that was written, and exactly the room that was asked for. */
    byte[] toArray() {
        return bytes.length == end + behind ? bytes : Arrays.copyOf(bytes, end + behind);
    }
}
