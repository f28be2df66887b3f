package io.quarkiverse.usersession.benchmarks.http.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One connection of HTTP/2 (RFC 9113) whose cookies are in the table of HPACK (RFC 7541) after the first request: from then on
 * a request is a few bytes, and the server sees as many cookies as ever. The table has 4,096 bytes, so the request has the same
 * {@code cookie} field twice.
 */
final class Http2Flood implements FloodClient {

    private static final int STREAMS = 8;
    private static final int PATIENCE_MILLIS = 30_000;

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    // types of frames, and their flags
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RESET = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GO_AWAY = 7;
    private static final int WINDOW_UPDATE = 8;
    private static final int END_STREAM = 1;
    private static final int ACKNOWLEDGED = 1;
    private static final int END_HEADERS = 4;
    private static final int PRIORITY = 0x20;
    private static final int PRIORITY_BYTES = 5;

    private static final int MORE_WINDOW = Integer.MAX_VALUE - 65_535;

    // of the table that every connection has: cookie, :method GET, :scheme http, :path, :authority and :status 200
    private static final int COOKIE = 0x40 | 32; // to be put into the table
    private static final int METHOD_GET = 0x80 | 2;
    private static final int SCHEME_HTTP = 0x80 | 6;
    private static final int PATH = 4;
    private static final int AUTHORITY = 1;
    private static final int STATUS_200 = 0x80 | 8;
    private static final int FIRST_OF_OURS = 0x80 | 62;

    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;
    private final byte[] headers;
    private int stream = 1;

    /** @param cookies the value of the field, of which each request has two */
    Http2Flood(int port, String path, String cookies) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        out = socket.getOutputStream();
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));

        ByteArrayOutputStream begin = new ByteArrayOutputStream();
        begin.writeBytes(PREFACE.getBytes(StandardCharsets.US_ASCII));
        begin.writeBytes(frame(SETTINGS, 0, 0, new byte[0]));
        begin.writeBytes(frame(WINDOW_UPDATE, 0, 0, ByteBuffer.allocate(4).putInt(MORE_WINDOW).array()));
        ByteArrayOutputStream first = requestLine(path);
        first.write(COOKIE);
        writeText(first, cookies);
        first.write(FIRST_OF_OURS);
        begin.writeBytes(frame(HEADERS, END_STREAM | END_HEADERS, stream, first.toByteArray()));
        out.write(begin.toByteArray());
        awaitAnswers(1);

        ByteArrayOutputStream next = requestLine(path);
        next.write(FIRST_OF_OURS);
        next.write(FIRST_OF_OURS);
        headers = next.toByteArray();
    }

    private static ByteArrayOutputStream requestLine(String path) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(METHOD_GET);
        block.write(SCHEME_HTTP);
        block.write(PATH);
        writeText(block, path);
        block.write(AUTHORITY);
        writeText(block, "localhost");
        return block;
    }

    /** RFC 7541 §5.1 and §5.2, without Huffman's code. */
    private static void writeText(ByteArrayOutputStream block, String text) {
        int length = text.length();
        if (length < 127) {
            block.write(length);
        } else {
            block.write(127);
            for (length -= 127; length >= 128; length >>= 7) {
                block.write(length & 127 | 128);
            }
            block.write(length);
        }
        block.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .putInt(payload.length << 8 | type).put((byte) flags).putInt(stream).put(payload).array();
    }

    @Override
    public void sendBatch() throws IOException {
        ByteArrayOutputStream requests = new ByteArrayOutputStream();
        for (int i = 0; i < STREAMS; i++) {
            stream += 2;
            requests.writeBytes(frame(HEADERS, END_STREAM | END_HEADERS, stream, headers));
        }
        out.write(requests.toByteArray());
        awaitAnswers(STREAMS);
    }

    private void awaitAnswers(int answers) throws IOException {
        for (int left = answers; left > 0;) {
            int lengthAndType = in.readInt();
            int flags = in.readUnsignedByte();
            in.readInt();
            byte[] payload = in.readNBytes(lengthAndType >>> 8);
            switch (lengthAndType & 0xff) {
                case HEADERS -> {
                    checkStatus(payload, flags);
                    left -= flags & END_STREAM;
                }
                case DATA -> left -= flags & END_STREAM;
                case SETTINGS -> {
                    if ((flags & ACKNOWLEDGED) == 0) {
                        out.write(frame(SETTINGS, ACKNOWLEDGED, 0, new byte[0]));
                    }
                }
                case PING -> out.write(frame(PING, ACKNOWLEDGED, 0, payload));
                case RESET, GO_AWAY -> throw new IOException("The server has ended the stream or connection");
                default -> {
                }
            }
        }
    }

    private static void checkStatus(byte[] payload, int flags) throws IOException {
        int at = (flags & PRIORITY) == 0 ? 0 : PRIORITY_BYTES;
        if ((payload[at] & 0xe0) == 0x20) {
            at++; // a change of the table's size
        }
        if ((payload[at] & 0xff) != STATUS_200) {
            throw new IOException("The answer had another status than 200");
        }
    }

    @Override
    public int batch() {
        return STREAMS;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
