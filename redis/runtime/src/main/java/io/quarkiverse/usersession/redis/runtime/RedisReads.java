package io.quarkiverse.usersession.redis.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Sends commands that change nothing on one connection. Commands that arrive while its event loop is busy, or during its next
 * turn, are sent together afterwards, because a write to the socket costs more CPU time than the rest of such a command.
 */
final class RedisReads {

    private final RedisConnection connection;
    private final Context context;
    private List<RedisCommand> waiting = new ArrayList<>(); // guarded by this

    /** @param context of the connection */
    RedisReads(RedisConnection connection, Context context) {
        this.connection = connection;
        this.context = context;
    }

    void add(RedisCommand command) {
        boolean first;
        synchronized (this) {
            first = waiting.isEmpty();
            waiting.add(command);
        }
        if (first) {
            context.runOnContext(ignored -> sendSoon());
        }
    }

    /** Before it sends, the event loop reads from its sockets once more, so that the checks of new requests are sent too. */
    private void sendSoon() {
        context.owner().timer(1, TimeUnit.NANOSECONDS).onComplete(due -> send());
    }

    private synchronized List<RedisCommand> take() {
        List<RedisCommand> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    private void send() {
        List<RedisCommand> commands = take();
        if (commands.size() == 1) {
            commands.get(0).sendAlone(connection);
            return;
        }
        List<Request> requests = new ArrayList<>(commands.size());
        for (RedisCommand command : commands) {
            requests.add(command.request());
        }
        batch(requests).onComplete(replies -> answer(commands, replies));
    }

    private Future<List<Response>> batch(List<Request> requests) {
        try {
            return connection.batch(requests);
        } catch (RuntimeException e) { // the client of a cluster, while no node has the slot of one of them
            return Future.failedFuture(e);
        }
    }

    private void answer(List<RedisCommand> commands, AsyncResult<List<Response>> replies) {
        for (int i = 0; i < commands.size(); i++) {
            if (replies.succeeded()) {
                commands.get(i).answer(Future.succeededFuture(replies.result().get(i)));
            } else {
                commands.get(i).sendAlone(connection); // one error fails the whole batch, and hides the other answers
            }
        }
    }
}
