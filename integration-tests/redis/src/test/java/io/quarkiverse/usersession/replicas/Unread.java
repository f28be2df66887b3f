package io.quarkiverse.usersession.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

import io.quarkiverse.usersession.testsupport.RedisServer;

/** What a stopped server has been sent. */
final class Unread {

    private static final Path CONNECTIONS = Path.of("/proc/net/tcp");
    private static final String LISTENING = "0A"; // where connections that wait are counted as bytes

    private Unread() {
    }

    static void assumeKnown() {
        Assumptions.assumeTrue(Files.isReadable(CONNECTIONS), "Skipped: only Linux tells what a stopped server was sent");
    }

    /** How many bytes wait for it. */
    static long bytes(RedisServer server) {
        String local = String.format(":%04X", server.port());
        try {
            return Files.readAllLines(CONNECTIONS).stream().map(line -> line.trim().split("\\s+"))
                    .filter(fields -> fields[1].endsWith(local) && !fields[3].equals(LISTENING)).map(fields -> fields[4])
                    .mapToLong(queues -> Long.parseLong(queues.substring(queues.indexOf(':') + 1), 16)).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
