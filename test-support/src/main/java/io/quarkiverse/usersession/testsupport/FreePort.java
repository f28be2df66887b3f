package io.quarkiverse.usersession.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports for servers that can't be told to take any free one. They are below those that systems give to outgoing
 * connections and to servers that take any, so that nothing else takes a port before its server is started, or while it is
 * started again.
 */
public final class FreePort {

    private static final int FIRST = 10_000;
    private static final int COUNT = 10_000;
    private static final int TRIES = 1_000;

    private FreePort() {
    }

    /** A port that is free, as is the one that is higher by that distance; 0 for a single one. */
    public static int withAnother(int distance) {
        for (int i = 0; i < TRIES; i++) {
            int port = FIRST + ThreadLocalRandom.current().nextInt(COUNT);
            if (isFree(port) && isFree(port + distance)) {
                return port;
            }
        }
        throw new UncheckedIOException(new IOException("no port is free"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
