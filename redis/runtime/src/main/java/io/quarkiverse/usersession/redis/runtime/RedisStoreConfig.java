package io.quarkiverse.usersession.redis.runtime;

import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;

/**
 * Sign-ins on Redis or Valkey.
 */
@ConfigMapping(prefix = RedisStoreConfig.PREFIX)
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface RedisStoreConfig {

    String PREFIX = "quarkus.user-session.sign-in.store.redis";

    /**
     * The name of the Redis client whose settings the store uses. With `sessions`, these are `quarkus.redis.sessions.hosts` and
     * so on. If this is not set, the store uses the settings of the default client, such as `quarkus.redis.hosts`.
     *
     * The store uses only the settings of that client, and opens its own connections.
     */
    Optional<String> clientName();

    /**
     * The prefix of all keys on Redis. A colon follows it. All replicas of an application must have the same prefix, and
     * applications that share a Redis must have different ones.
     */
    @ConfigDocDefault("${quarkus.application.name}")
    Optional<String> prefix();
}
