package io.quarkiverse.usersession.redis.runtime;

import java.io.IOException;

import io.quarkiverse.usersession.SignInStoreException;

/** Interprets the messages of failures, because the client's own types for them are not part of its API. */
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
     * The kind of a failure: the first word of the answer of Redis, such as {@code NOAUTH}. The rest may contain arguments of
     * the command.
     */
    static String kind(Throwable failure) {
        String message = failure.getMessage();
        int length = 0;
        while (message != null && length < message.length() && isOfKind(message.charAt(length))) {
            length++;
        }
        return length > 1 ? message.substring(0, length) : failure.getClass().getName();
    }

    /** Whether Redis has answered, and its answer was an error. */
    static boolean isAnswer(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith(kind(failure))
                && !begins(failure, "CONNECTION_CLOSED");
    }

    /** What the extension is told about a failure of the sign-in store, and whether other requests are to ask it. */
    static SignInStoreException ofSignIns(Throwable failure) {
        if (failure instanceof SignInStoreException told) {
            return told;
        }
        if (failure instanceof NotConnected) {
            return SignInStoreException.unavailable(failure.getMessage());
        }
        if (failure instanceof TooManyCommands || begins(failure, "Redis waiting queue is full")) { // the client's own limit
            return SignInStoreException.unanswered("too many commands are already waiting for an answer from Redis");
        }
        if (!isAnswer(failure)) {
            return SignInStoreException.unavailable("no connection to Redis: " + kind(failure));
        }
        String reason = "Redis answered " + kind(failure);
        return isOfAllCommands(failure) ? SignInStoreException.unavailable(reason) : SignInStoreException.unanswered(reason);
    }

    /**
     * Any other answer is about what one command found or wanted: {@code WRONGTYPE}, an entry that a script can't read, or
     * {@code OOM} and {@code MISCONF}, with which the server refuses to write but still tells who is signed in.
     */
    private static boolean isOfAllCommands(Throwable failure) {
        return switch (kind(failure)) {
            case "LOADING", "READONLY", "MASTERDOWN", "BUSY", "NOAUTH", "WRONGPASS", "NOPERM" -> true;
            case "CLUSTERDOWN" -> !begins(failure, "CLUSTERDOWN Hash slot not served"); // it still serves other users
            default -> false;
        };
    }

    private static boolean isOfKind(char character) {
        return character >= 'A' && character <= 'Z' || character == '_';
    }

    private static boolean begins(Throwable failure, String text) {
        String message = failure.getMessage();
        return message != null && message.startsWith(text);
    }
}
