package io.quarkiverse.usersession.redis.runtime;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.ApplicationClock;
import io.quarkiverse.usersession.runtime.stored.InMemoryValueStore;
import io.quarkiverse.usersession.runtime.stored.ValueStore;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.redis.runtime.client.config.RedisClientConfig;
import io.quarkus.redis.runtime.client.config.RedisConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;

/** Creates the store of large values when the application starts, with the settings of one of Quarkus' Redis clients. */
@Recorder
public class RedisValueRecorder {

    private static final Logger LOG = Logger.getLogger(RedisValueRecorder.class);

    private final RuntimeValue<RedisValuesConfig> values;
    private final RuntimeValue<RedisConfig> redis;

    public RedisValueRecorder(RuntimeValue<RedisValuesConfig> values, RuntimeValue<RedisConfig> redis) {
        this.values = values;
        this.redis = redis;
    }

    /**
     * @param application the name of the application
     * @throws ConfigurationException if a setting can't be used, or there is no Redis in production
     */
    public RuntimeValue<ValueStore> store(LaunchMode launchMode, String application, RuntimeValue<Vertx> vertx,
            Supplier<TlsConfigurationRegistry> tls, Supplier<ProxyConfigurationRegistry> proxies, ShutdownContext shutdown) {
        String name = values.getValue().clientName().orElse(RedisConfig.DEFAULT_CLIENT_NAME);
        RedisClientConfig client = redis.getValue().clients().get(name);
        String problem = RedisStoreRules.missing(name, client);
        if (problem == null) {
            Supplier<Redis> clients = OwnClients.of(name, client, vertx.getValue(), tls.get(), proxies.get());
            clients.get().close(); // so that settings that can't be used fail the start
            RedisLink link = new RedisLink(vertx.getValue(), clients, opened -> {
            }, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
            shutdown.addLastShutdownTask(link::close);
            return new RuntimeValue<>(new RedisValueStore(link,
                    RedisStoreRules.prefix(RedisValuesConfig.PREFIX, values.getValue().prefix().orElse(application))));
        }
        if (launchMode.isProduction()) {
            throw new ConfigurationException(problem
                    + ", but the extension quarkus-user-session-redis keeps each StoredValue in Redis: set it"
                    + RedisStoreRules.fix(client) + ", or don't inject a StoredValue");
        }
        LOG.infof("%s, so each StoredValue is kept in memory: a restart forgets them. In production, the application would not"
                + " start",
                problem);
        return new RuntimeValue<>(new InMemoryValueStore(new ApplicationClock()));
    }
}
