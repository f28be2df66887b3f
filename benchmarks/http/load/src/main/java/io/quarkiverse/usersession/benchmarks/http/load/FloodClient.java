package io.quarkiverse.usersession.benchmarks.http.load;

import java.io.IOException;

/** Sends one and the same request again and again, with as little work of its own as can be. */
interface FloodClient extends AutoCloseable {

    /** Sends some requests at once and waits until all of them have been answered with status 200. */
    void sendBatch() throws IOException;

    /** How many requests a batch has. */
    int batch();

    @Override
    void close() throws IOException;
}
