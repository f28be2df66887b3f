package io.quarkiverse.usersession.runtime.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The 96 random bits by which a session is told from others: as numbers, as nearly nobody asks for their text. */
public record SessionId(long head, int tail) {

    static final int BYTES = Long.BYTES + Integer.BYTES;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    /** The id whose text this is. */
    public static SessionId parse(String text) {
        byte[] bytes = Base64Url.decode(text);
        if (bytes == null || bytes.length != BYTES) {
            throw new IllegalArgumentException("A session id is " + BYTES + " bytes as base64url");
        }
        return read(bytes, 0);
    }

    static SessionId read(byte[] bytes, int at) {
        return new SessionId((long) LONG.get(bytes, at), (int) INT.get(bytes, at + Long.BYTES));
    }

    void write(byte[] bytes, int at) {
        LONG.set(bytes, at, head);
        INT.set(bytes, at + Long.BYTES, tail);
    }

    /** 16 characters of base64url, as the application sees it. */
    @Override
    public String toString() {
        byte[] bytes = new byte[BYTES];
        write(bytes, 0);
        return Base64Url.encode(bytes);
    }
}
