package io.quarkiverse.usersession.redis.runtime;

/** A command was not sent, because too many are waiting for an answer. */
final class TooManyCommands extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyCommands() {
        super(RedisLine.MAX_UNANSWERED + " commands are already waiting for an answer from Redis", null, false, false);
    }
}
