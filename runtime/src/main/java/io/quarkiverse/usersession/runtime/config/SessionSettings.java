package io.quarkiverse.usersession.runtime.config;

import java.time.Duration;
import java.util.Optional;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.cookie.Lifetimes;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The settings of one session, checked. The secret is not among them, so that this can be shown and logged.
 */
public record SessionSettings(CookieAttributes cookie, Lifetimes lifetimes, boolean cacheHeaders) {

    // the sealed lifetime is an unsigned integer of 32 bits
    private static final long MAX_SECONDS = (1L << Integer.SIZE) - 1;

    /**
     * @throws ConfigurationException if a setting can't be used, with its key and the fix
     */
    public static SessionSettings of(UserSessionConfig config) {
        String prefix = UserSessionConfig.PREFIX + ".";
        return new SessionSettings(CookieRules.check(prefix, cookie(config.cookie())), lifetimes(prefix, config),
                config.cacheHeaders());
    }

    private static CookieAttributes cookie(UserSessionConfig.CookieConfig cookie) {
        return new CookieAttributes(cookie.name(), cookie.path(), cookie.domain().orElse(null), cookie.sameSite(),
                cookie.httpOnly(), cookie.secure(), cookie.partitioned());
    }

    private static Lifetimes lifetimes(String prefix, UserSessionConfig config) {
        Lifetimes lifetimes = new Lifetimes(seconds(prefix + "max-age", Optional.of(config.maxAge())),
                seconds(prefix + "renew-after", config.renewAfter()),
                seconds(prefix + "absolute-timeout", config.absoluteTimeout()));
        if (lifetimes.renewAfter() >= lifetimes.maxAge()) {
            throw new ConfigurationException(prefix + "renew-after must be shorter than " + prefix
                    + "max-age, or a session ends before it is renewed: lower it, for example to a sixth of max-age");
        }
        return lifetimes;
    }

    /** Whole seconds, or zero if there is no such setting. */
    private static long seconds(String key, Optional<Duration> setting) {
        if (setting.isEmpty()) {
            return 0;
        }
        long seconds = setting.get().toSeconds();
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw new ConfigurationException(key + " must be between one second and " + MAX_SECONDS
                    + " seconds: write it as 30M, 12H or 365D");
        }
        return seconds;
    }
}
