package io.quarkiverse.usersession.runtime.format;

import java.io.OutputStream;

/** Counts what is written, and keeps none of it. */
final class ByteCount extends OutputStream {

    private int bytes;

    @Override
    public void write(byte[] source, int offset, int length) {
        bytes += length;
    }

    @Override
    public void write(int value) {
        bytes++;
    }

    int bytes() {
        return bytes;
    }
}
