package io.quarkiverse.usersession.redis.runtime;

import java.io.IOException;

/** What the messages of failures mean: the client's own types for them are not part of its API. */
final class RedisFailures {

    private RedisFailures() {
    }

    /** The server has been restarted, or has flushed its scripts. */
    static boolean isScriptMissing(Throwable failure) {
        return begins(failure, "NOSCRIPT ");
    }

    /** Whether no further command can succeed on the same connection. */
    static boolean isConnectionUseless(Throwable failure) {
        return failure instanceof IOException
                || begins(failure, "CONNECTION_CLOSED")
                || begins(failure, "Connection is closed")
                || begins(failure, "Failed obtaining connection") // one node of a cluster
                || begins(failure, "READONLY ") // after a failover, it is no longer the primary
                || begins(failure, "MASTERDOWN ");
    }

    private static boolean begins(Throwable failure, String text) {
        String message = failure.getMessage();
        return message != null && message.startsWith(text);
    }
}
