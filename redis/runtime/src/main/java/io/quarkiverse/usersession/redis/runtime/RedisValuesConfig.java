package io.quarkiverse.usersession.redis.runtime;

import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;

/**
 * Values that are too large for a cookie, on Redis or Valkey.
 */
@ConfigMapping(prefix = RedisValuesConfig.PREFIX)
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface RedisValuesConfig {

    String PREFIX = "quarkus.user-session.stored-values.redis";

    /**
     * The name of the Redis client whose settings the store uses. With `values`, these are `quarkus.redis.values.hosts` and so
     * on. If this is not set, the store uses the settings of the default client, such as `quarkus.redis.hosts`. If the
     * application also remembers sign-ins in Redis, use a separate Redis for values.
     *
     * The store uses only the settings of that client, and opens its own connection.
     */
    Optional<String> clientName();

    /**
     * The prefix of all keys on Redis. `:value:` follows it. All replicas of an application must have the same prefix, and
     * applications that share a Redis must have different ones.
     */
    @ConfigDocDefault("${quarkus.application.name}")
    Optional<String> prefix();
}
