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
     * How long a `StoredValue` lives after the session last wrote its cookie, or the value was last read. It never outlives its
     * session.
     */
    // with a default of its own it would make a session of that name, as sessions have this setting too
    @ConfigDocDefault("1D")
    Optional<Duration> maxAge();

    /**
     * How large a `StoredValue` may be, in bytes of JSON. The store keeps 45 bytes more. At most 16M.
     */
    @WithDefault("2M")
    MemorySize maxSize();

    /**
     * How long the store may take for an answer before reading, writing or removing a `StoredValue` fails. At most 30 seconds.
     */
    @WithDefault("2S")
    Duration timeout();
}
