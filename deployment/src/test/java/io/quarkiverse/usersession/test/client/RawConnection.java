package io.quarkiverse.usersession.test.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * One HTTP/1.1 connection that is kept alive and sends just the bytes it is given, which no HTTP client does.
 */
public final class RawConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;

    public RawConnection(int port) {
        try {
            socket = new Socket("localhost", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            out = socket.getOutputStream();
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public record Answer(int status, List<String> headers, String body) {

        public List<String> values(String name) {
            String prefix = name.toLowerCase() + ":";
            return headers.stream().filter(header -> header.toLowerCase().startsWith(prefix))
                    .map(header -> header.substring(prefix.length()).strip()).toList();
        }
    }

    /** @param cookie the value of the Cookie header, a byte for a character; null for no such header */
    public Answer get(String path, String cookie) throws IOException {
        send(path, cookie);
        return answer();
    }

    /** Sends a request and does not wait for its answer. */
    public void send(String path, String cookie) throws IOException {
        StringBuilder request = new StringBuilder("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
        if (cookie != null) {
            request.append("Cookie: ").append(cookie).append("\r\n");
        }
        out.write(request.append("\r\n").toString().getBytes(ISO_8859_1));
        out.flush();
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @param headers each with its value, {@code Host} included
     */
    public Answer ask(String method, String path, String... headers) throws IOException {
        String request = method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        out.write(request.getBytes(ISO_8859_1));
        out.flush();
        return answer();
    }

    /** Sends more of the body of a request. */
    public void write(byte[] body) throws IOException {
        out.write(body);
        out.flush();
    }

    /** Waits for the answer to what was sent. */
    public Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        List<String> headers = new ArrayList<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            headers.add(header);
        }
        Answer head = new Answer(status, headers, "");
        boolean empty = status == 101 || status == 204 || status == 304;
        return new Answer(status, headers, empty ? "" : body(head));
    }

    private String body(Answer head) throws IOException {
        if (!head.values("Transfer-Encoding").contains("chunked")) {
            return new String(in.readNBytes(Integer.parseInt(head.values("Content-Length").get(0))), ISO_8859_1);
        }
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(new String(in.readNBytes(size), ISO_8859_1));
            line();
        }
        line();
        return body.toString();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int character = in.read(); character != '\n'; character = in.read()) {
            if (character < 0) {
                throw new EOFException("the server closed the connection after: " + line);
            }
            if (character != '\r') {
                line.write(character);
            }
        }
        return line.toString(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
