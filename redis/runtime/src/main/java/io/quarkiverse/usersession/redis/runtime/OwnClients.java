package io.quarkiverse.usersession.redis.runtime;

import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.redis.client.RedisOptionsCustomizer;
import io.quarkus.redis.runtime.client.VertxRedisClientFactory;
import io.quarkus.redis.runtime.client.config.RedisClientConfig;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.RedisReplicas;
import io.vertx.redis.client.RedisRole;

/**
 * Creates clients with the settings of one of Quarkus' Redis clients. They never read from replicas, and have metrics of their
 * own: otherwise the application's client of that name could show our numbers, because the first to register a gauge wins.
 */
@Singleton
public class OwnClients implements RedisOptionsCustomizer {

    static final String METRICS_NAME = "user-session";

    private static final ThreadLocal<Boolean> CREATING = new ThreadLocal<>();

    static Supplier<Redis> of(String name, RedisClientConfig config, Vertx vertx, TlsConfigurationRegistry tls,
            ProxyConfigurationRegistry proxies) {
        return () -> {
            CREATING.set(true);
            try {
                return VertxRedisClientFactory.create(name, vertx, config, tls, proxies);
            } finally {
                CREATING.remove();
            }
        };
    }

    @Override
    public void customize(String clientName, RedisOptions options) {
        if (CREATING.get() != null) {
            options.setPoolName(METRICS_NAME);
            // Quarkus makes a prefix and a tag of it
            options.getNetClientOptions().setMetricsName("redis|" + METRICS_NAME);
            // replicas learn late what was ended
            options.setUseReplicas(RedisReplicas.NEVER).setRole(RedisRole.MASTER);
        }
    }
}
