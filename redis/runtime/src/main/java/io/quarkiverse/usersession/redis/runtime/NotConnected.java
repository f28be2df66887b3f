package io.quarkiverse.usersession.redis.runtime;

/** No connection to Redis could be opened, so no command of any user can succeed, whatever Redis said about it. */
final class NotConnected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotConnected(Throwable cause) {
        super(RedisFailures.isAnswer(cause) ? "Redis answered " + RedisFailures.kind(cause)
                : "no connection to Redis: " + RedisFailures.kind(cause), null, false, false);
    }
}
