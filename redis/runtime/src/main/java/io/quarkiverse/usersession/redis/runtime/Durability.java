package io.quarkiverse.usersession.redis.runtime;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Checks once whether the server may forget data, and logs a warning if so. Many servers don't allow the check. That causes no
 * warning.
 */
final class Durability implements Consumer<RedisConnection> {

    private static final Logger LOG = Logger.getLogger(Durability.class);

    private static final String POLICY = "maxmemory-policy";
    private static final String LOG_FILE = "appendonly";
    private static final String SNAPSHOTS = "save";

    private final AtomicBoolean asked = new AtomicBoolean();

    @Override
    public void accept(RedisConnection connection) {
        if (asked.compareAndSet(false, true)) {
            connection.send(Request.cmd(Command.CONFIG).arg("GET").arg(POLICY).arg(LOG_FILE).arg(SNAPSHOTS))
                    .onSuccess(this::judge)
                    .onFailure(failure -> LOG.debug("The eviction and persistence settings of Redis could not be read"));
        }
    }

    private void judge(Response reply) {
        Map<String, String> settings = Pairs.of(reply);
        String policy = settings.getOrDefault(POLICY, "noeviction");
        if (!policy.equals("noeviction")) {
            LOG.warnf(
                    "Redis has maxmemory-policy %s: when its memory is full, it may drop ended sign-ins, which are then active"
                            + " again. Set it to noeviction",
                    policy);
        }
        if ("no".equals(settings.get(LOG_FILE)) && "".equals(settings.get(SNAPSHOTS))) {
            LOG.warn("Redis keeps nothing on disk: after a restart, it no longer knows which sign-ins have ended, and they are"
                    + " active again. Set appendonly to yes");
        }
    }
}
