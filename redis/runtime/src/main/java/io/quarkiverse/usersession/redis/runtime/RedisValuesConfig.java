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
     * The name of the Redis client whose settings are used: with `values` these are `quarkus.redis.values.hosts` and its other
     * keys. The default client, `quarkus.redis.hosts`, unless set. Where sign-ins are remembered too, give the values a Redis
     * of their own.
     *
     * Only its settings: the store has a connection of its own.
     */
    Optional<String> clientName();

    /**
     * What the keys on Redis begin with; `:value:` follows. Applications that share a Redis have different ones, and all
     * replicas of an application the same.
     */
    @ConfigDocDefault("${quarkus.application.name}")
    Optional<String> prefix();
}
