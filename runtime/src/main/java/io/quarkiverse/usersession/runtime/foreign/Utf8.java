package io.quarkiverse.usersession.runtime.foreign;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8: nothing is replaced, so no text changes on its way from one system to the other. */
final class Utf8 {

    private Utf8() {
    }

    /** @return null if the bytes are not valid UTF-8 */
    static String decode(byte[] bytes) {
        // not the decoder's shorter method, which throws exceptions with stack traces
        CharBuffer text = CharBuffer.allocate(bytes.length);
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true).isError() ? null
                : text.flip().toString();
    }
}
