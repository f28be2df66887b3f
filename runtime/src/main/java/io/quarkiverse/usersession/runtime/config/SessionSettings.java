package io.quarkiverse.usersession.runtime.config;

import java.time.Duration;
import java.util.Optional;

import io.quarkiverse.usersession.runtime.config.UserSessionConfig.CookieConfig;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig.NamedCookieConfig;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig.NamedSessionConfig;
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
     * The settings of the unnamed session.
     *
     * @throws ConfigurationException if one can't be used, with its key and the fix
     */
    public static SessionSettings of(UserSessionConfig config) {
        CookieConfig cookie = config.cookie();
        return check(SessionKeys.UNNAMED,
                new CookieAttributes(cookie.name(), cookie.path(), cookie.domain().orElse(null), cookie.sameSite(),
                        cookie.httpOnly(), cookie.secure(), cookie.partitioned()),
                config.maxAge(), config.renewAfter(), config.absoluteTimeout(), config.cacheHeaders());
    }

    /**
     * The settings of a named session: its own where it has some, otherwise those of the unnamed one.
     *
     * @throws ConfigurationException if one can't be used, with its key and the fix
     */
    public static SessionSettings of(UserSessionConfig config, String name) {
        NamedSessionConfig own = config.named().get(name);
        if (own == null) {
            SessionSettings unnamed = of(config);
            return new SessionSettings(CookieRules.check(SessionKeys.of(name), unnamed.cookie().withName(defaultName(name))),
                    unnamed.lifetimes(), unnamed.cacheHeaders());
        }
        return check(SessionKeys.of(name), cookie(own.cookie(), config.cookie(), name),
                own.maxAge().orElse(config.maxAge()),
                own.renewAfter().or(config::renewAfter),
                own.absoluteTimeout().or(config::absoluteTimeout),
                own.cacheHeaders().orElse(config.cacheHeaders()));
    }

    private static CookieAttributes cookie(NamedCookieConfig own, CookieConfig unnamed, String name) {
        return new CookieAttributes(own.name().orElse(defaultName(name)),
                own.path().orElse(unnamed.path()),
                own.domain().or(unnamed::domain).orElse(null),
                own.sameSite().orElse(unnamed.sameSite()),
                own.httpOnly().orElse(unnamed.httpOnly()),
                own.secure().orElse(unnamed.secure()),
                own.partitioned().orElse(unnamed.partitioned()));
    }

    private static String defaultName(String name) {
        return "__" + name;
    }

    private static SessionSettings check(SessionKeys keys, CookieAttributes cookie, Duration maxAge,
            Optional<Duration> renewAfter, Optional<Duration> absoluteTimeout, boolean cacheHeaders) {
        Lifetimes lifetimes = new Lifetimes(seconds(keys.key("max-age"), Optional.of(maxAge)),
                seconds(keys.key("renew-after"), renewAfter),
                seconds(keys.key("absolute-timeout"), absoluteTimeout));
        if (lifetimes.renewAfter() >= lifetimes.maxAge()) {
            throw new ConfigurationException(keys.key("renew-after") + " must be shorter than " + keys.key("max-age")
                    + ", or a session ends before it is renewed: lower it, for example to a sixth of max-age");
        }
        return new SessionSettings(CookieRules.check(keys, cookie), lifetimes, cacheHeaders);
    }

    /** Whole seconds, or zero if there is no such setting. */
    private static long seconds(String key, Optional<Duration> setting) {
        if (setting.isEmpty()) {
            return 0;
        }
        long seconds = setting.get().toSeconds();
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw new ConfigurationException(key + " must be between one second and " + MAX_SECONDS
                    + " seconds, which is about 136 years: write it as 30M, 12H or 365D");
        }
        return seconds;
    }
}
