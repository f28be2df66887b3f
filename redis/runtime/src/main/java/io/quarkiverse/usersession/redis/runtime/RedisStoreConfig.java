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
     * The name of the Redis client whose settings are used: with `sessions` these are `quarkus.redis.sessions.hosts` and its
     * other keys. The default client, `quarkus.redis.hosts`, unless set.
     *
     * Only its settings: the store has a connection of its own.
     */
    Optional<String> clientName();

    /**
     * What the keys on Redis begin with; a colon follows. Applications that share a Redis have different ones, and all replicas
     * of an application the same.
     */
    @ConfigDocDefault("${quarkus.application.name}")
    Optional<String> prefix();
}
