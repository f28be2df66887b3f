package io.quarkiverse.usersession.benchmarks.http.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A few connections of HTTP/1.1, each of which sends one request of a batch. */
final class Http1Flood implements FloodClient {

    private static final int CONNECTIONS = 8;

    private final List<Connection> connections = new ArrayList<>();
    private final byte[] request;

    Http1Flood(int port, String path, String cookies) throws IOException {
        request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(new Connection(port));
        }
    }

    @Override
    public void sendBatch() throws IOException {
        for (Connection connection : connections) {
            connection.send(request);
        }
        for (Connection connection : connections) {
            int status = connection.answer().status();
            if (status != 200) {
                throw new IOException("The answer had status " + status);
            }
        }
    }

    @Override
    public int batch() {
        return CONNECTIONS;
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
