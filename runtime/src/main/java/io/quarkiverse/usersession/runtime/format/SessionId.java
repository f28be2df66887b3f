package io.quarkiverse.usersession.runtime.format;

import java.nio.ByteBuffer;

/** The 96 random bits that identify a session or a sign-in: kept as numbers, because their text is rarely needed. */
public record SessionId(long head, int tail) {

    static final int BYTES = Long.BYTES + Integer.BYTES;

    /** The id with this text. */
    public static SessionId parse(String text) {
        byte[] bytes = CanonicalBase64.URL.decode(text);
        if (bytes == null || bytes.length != BYTES) {
            throw new IllegalArgumentException("An id is " + BYTES + " bytes as base64url");
        }
        return read(ByteBuffer.wrap(bytes));
    }

    /** Whether it is the text of an id: 16 characters of base64url. */
    public static boolean isOne(String text) {
        byte[] bytes = CanonicalBase64.URL.decode(text);
        return bytes != null && bytes.length == BYTES;
    }

    static SessionId read(ByteBuffer bytes) {
        return new SessionId(bytes.getLong(), bytes.getInt());
    }

    void write(ByteBuffer bytes) {
        bytes.putLong(head).putInt(tail);
    }

    /** The id as the application sees it: 16 characters of base64url. */
    @Override
    public String toString() {
        byte[] bytes = new byte[BYTES];
        write(ByteBuffer.wrap(bytes));
        return CanonicalBase64.URL.encode(bytes);
    }
}
