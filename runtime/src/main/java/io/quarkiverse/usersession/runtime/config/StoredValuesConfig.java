package io.quarkiverse.usersession.runtime.config;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;

/**
 * Values that are too large for a cookie.
 */
@ConfigGroup
public interface StoredValuesConfig {

    /**
     * How long a `StoredValue` lives after it was last read, or after the session last wrote its cookie. It never outlives its
     * session.
     */
    // a default of its own would create a session with the name stored-values, because sessions have this setting too
    @ConfigDocDefault("1D")
    Optional<Duration> maxAge();

    /**
     * How large a `StoredValue` may be, in bytes of JSON, at most 16M. In the store, each value takes 50 bytes more.
     */
    @WithDefault("2M")
    MemorySize maxSize();

    /**
     * How long the store may take to answer, at most 30 seconds. After that, reading, writing or removing a `StoredValue`
     * fails.
     */
    @WithDefault("2S")
    Duration timeout();
}
