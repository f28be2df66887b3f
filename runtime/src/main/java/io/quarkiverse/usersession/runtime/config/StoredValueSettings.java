package io.quarkiverse.usersession.runtime.config;

import java.math.BigInteger;
import java.time.Duration;

import io.quarkiverse.usersession.runtime.stored.StoredSettings;
import io.quarkus.runtime.configuration.ConfigurationException;

/** The checked settings of values that are too large for a cookie. */
public final class StoredValueSettings {

    private static final String PREFIX = UserSessionConfig.PREFIX + ".stored-values.";
    private static final BigInteger MAX_BYTES = BigInteger.valueOf(16 << 20);
    private static final Duration DEFAULT_LIFE = Duration.ofDays(1);
    private static final Duration LONGEST_LIFE = Duration.ofDays(400);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private StoredValueSettings() {
    }

    /** @throws ConfigurationException if a setting can't be used; the message names its key and the fix */
    public static StoredSettings of(UserSessionConfig config) {
        StoredValuesConfig values = config.storedValues();
        Duration maxAge = values.maxAge().orElse(DEFAULT_LIFE);
        check(maxAge.compareTo(Duration.ofSeconds(1)) >= 0 && maxAge.compareTo(LONGEST_LIFE) <= 0, "max-age", maxAge,
                "a time such as 1D, between one second and 400 days");
        check(values.timeout().compareTo(Duration.ofMillis(1)) >= 0 && values.timeout().compareTo(LONGEST_WAIT) <= 0,
                "timeout", values.timeout(), "a time such as 2S, 30 seconds at most");
        BigInteger bytes = values.maxSize().asBigInteger();
        check(bytes.signum() > 0 && bytes.compareTo(MAX_BYTES) <= 0, "max-size", bytes, "a size such as 2M, 16M at most");
        return new StoredSettings(maxAge.toSeconds(), bytes.intValue(), values.timeout());
    }

    private static void check(boolean usable, String key, Object value, String fix) {
        if (!usable) {
            throw new ConfigurationException(PREFIX + key + "=" + value + " can't be used: set " + fix);
        }
    }
}
