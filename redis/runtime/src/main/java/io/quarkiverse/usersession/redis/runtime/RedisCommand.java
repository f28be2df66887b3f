package io.quarkiverse.usersession.redis.runtime;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** One command that was sent, until it is answered or nobody waits for the answer any more. */
final class RedisCommand {

    private static final Logger LOG = Logger.getLogger(RedisCommand.class);

    private final RedisLink link;
    private final Request request;
    private final boolean read;
    private final UniEmitter<? super Response> emitter;
    private final Context caller = eventLoop(Vertx.currentContext());
    private final long startedAt;

    private RedisLine line;
    private volatile boolean answered;
    private volatile boolean abandoned;

    /** @param read whether it changes nothing, so that it can be sent twice */
    RedisCommand(RedisLink link, Request request, boolean read, UniEmitter<? super Response> emitter) {
        this.link = link;
        this.request = request;
        this.read = read;
        this.emitter = emitter;
        this.startedAt = link.millis();
    }

    /** @return null for a context of workers, whose thread may be the one that waits for the answer */
    private static Context eventLoop(Context context) {
        return context == null || context.isEventLoopContext() ? context : null;
    }

    void send() {
        try {
            line = link.line(startedAt);
        } catch (TooManyCommands e) {
            emitter.fail(e);
            return;
        }
        if (line == null) {
            emitter.fail(new IllegalStateException("the connection to Redis has been closed because the application stops"));
            return;
        }
        emitter.onTermination(this::terminate);
        line.connection().onComplete(this::sendOn);
    }

    private void sendOn(AsyncResult<RedisConnection> connection) {
        if (connection.failed()) {
            answer(Future.failedFuture(connection.cause()));
        } else if (read) {
            line.reads().add(this);
        } else {
            sendAlone(connection.result());
        }
    }

    Request request() {
        return request;
    }

    void sendAlone(RedisConnection connection) {
        if (abandoned) {
            answer(Future.failedFuture("nobody waits for it"));
        } else {
            connection.send(request).onComplete(this::answer);
        }
    }

    void answer(AsyncResult<Response> reply) {
        answered = true;
        line.release();
        if (reply.failed()) {
            fail(reply.cause());
        }
        if (caller == null || caller == Vertx.currentContext()) {
            emit(reply);
        } else {
            caller.runOnContext(ignored -> emit(reply));
        }
    }

    private void fail(Throwable cause) {
        if (!RedisFailures.isScriptMissing(cause)) { // it is sent again
            LOG.debugf("A Redis command failed: %s",
                    cause instanceof NotConnected ? cause.getMessage() : RedisFailures.kind(cause));
        }
        if (!RedisFailures.isConnectionUseless(cause)) {
            return;
        }
        if (RedisFailures.isAnswer(cause)) {
            link.giveUp(line);
        } else {
            link.replace(line);
        }
    }

    private void emit(AsyncResult<Response> reply) {
        if (reply.succeeded()) {
            emitter.complete(reply.result());
        } else {
            emitter.fail(reply.cause());
        }
    }

    /** Called after each command. If there was no answer, the command was cancelled. */
    private void terminate() {
        if (answered) {
            return;
        }
        abandoned = true;
        long left = startedAt + RedisLink.PATIENCE_MILLIS - link.millis();
        if (left <= 0) {
            link.giveUp(line);
        } else {
            link.context().runOnContext(ignored -> link.context().owner().setTimer(left, timer -> replaceUnlessAnswered()));
        }
    }

    private void replaceUnlessAnswered() {
        if (!answered) {
            link.giveUp(line);
        }
    }
}
