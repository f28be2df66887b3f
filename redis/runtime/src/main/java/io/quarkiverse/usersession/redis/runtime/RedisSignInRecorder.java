package io.quarkiverse.usersession.redis.runtime;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.runtime.ApplicationClock;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.config.SignInSettings;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.store.InMemorySignInStore;
import io.quarkiverse.usersession.runtime.store.PatientCalls;
import io.quarkiverse.usersession.runtime.store.VertxTimers;
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

/** Creates the store when the application starts, with the settings of one of Quarkus' Redis clients. */
@Recorder
public class RedisSignInRecorder {

    private static final Logger LOG = Logger.getLogger(RedisSignInRecorder.class);

    private static final String TIMEOUT = UserSessionConfig.PREFIX + ".sign-in.store.timeout";

    private final RuntimeValue<UserSessionConfig> sessions;
    private final RuntimeValue<RedisStoreConfig> store;
    private final RuntimeValue<RedisConfig> redis;

    public RedisSignInRecorder(RuntimeValue<UserSessionConfig> sessions, RuntimeValue<RedisStoreConfig> store,
            RuntimeValue<RedisConfig> redis) {
        this.sessions = sessions;
        this.store = store;
        this.redis = redis;
    }

    /**
     * @param application the name of the application
     * @throws ConfigurationException if a setting can't be used, or there is no Redis in production
     */
    public RuntimeValue<SignInStore> store(LaunchMode launchMode, String application, RuntimeValue<Vertx> vertx,
            Supplier<TlsConfigurationRegistry> tls, Supplier<ProxyConfigurationRegistry> proxies, ShutdownContext shutdown) {
        Duration maxAge = Duration.ofSeconds(
                SessionSettings.of(sessions.getValue(), UserSessionConfig.DEFAULT_SESSION).lifetimes().maxAge());
        String name = store.getValue().clientName().orElse(RedisConfig.DEFAULT_CLIENT_NAME);
        RedisClientConfig client = redis.getValue().clients().get(name);
        String problem = RedisStoreRules.missing(name, client);
        if (problem == null) {
            Supplier<Redis> clients = OwnClients.of(name, client, vertx.getValue(), tls.get(), proxies.get());
            clients.get().close(); // so that settings that can't be used fail the start
            RedisLinks links = new RedisLinks(vertx.getValue(), clients, new Durability(),
                    () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
            // among the last, as sign-ins are still ended while the application stops
            shutdown.addLastShutdownTask(links::close);
            return new RuntimeValue<>(new RedisSignInStore(links,
                    RedisStoreRules.prefix(RedisStoreConfig.PREFIX, store.getValue().prefix().orElse(application)),
                    new ApplicationClock(), maxAge,
                    new PatientCalls(SignInSettings.store(sessions.getValue()).timeout(), TIMEOUT,
                            new VertxTimers(vertx.getValue()))));
        }
        if (launchMode.isProduction()) {
            throw new ConfigurationException(problem
                    + ", but the extension quarkus-user-session-redis remembers sign-ins in Redis: set it"
                    + RedisStoreRules.fix(client) + ", or remove the extension");
        }
        LOG.infof("%s, so sign-ins are remembered in memory: a restart forgets which have ended. In production, the application"
                + " would not start", problem);
        return new RuntimeValue<>(new InMemorySignInStore(new ApplicationClock(), maxAge));
    }
}
