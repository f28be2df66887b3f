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

    /**
     * What kind of failure it is. The first word of what Redis answered, such as {@code NOAUTH}, tells it; the rest may have
     * arguments of the command in it.
     */
    static String kind(Throwable failure) {
        String message = failure.getMessage();
        int length = 0;
        while (message != null && length < message.length() && isOfKind(message.charAt(length))) {
            length++;
        }
        return length > 1 ? message.substring(0, length) : failure.getClass().getName();
    }

    private static boolean isOfKind(char character) {
        return character >= 'A' && character <= 'Z' || character == '_';
    }

    private static boolean begins(Throwable failure, String text) {
        String message = failure.getMessage();
        return message != null && message.startsWith(text);
    }
}
