package io.quarkiverse.usersession.runtime.config;

import java.time.Duration;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.state.Lifetimes;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The checked settings of one session. They don't include the secret, so they can be shown and logged.
 */
public record SessionSettings(CookieAttributes cookie, Lifetimes lifetimes, boolean cacheHeaders) {

    // the sealed lifetime is an unsigned integer of 32 bits
    private static final long MAX_SECONDS = (1L << Integer.SIZE) - 1;

    /**
     * The settings of a session without configuration.
     *
     * @param session the name of the session; {@link UserSessionConfig#DEFAULT_SESSION} for the default session
     */
    public static SessionSettings defaults(String session) {
        return new SessionSettings(SessionDefaults.COOKIE.withName(SessionDefaults.cookieName(session)),
                SessionDefaults.LIFETIMES, SessionDefaults.CACHE_HEADERS);
    }

    /**
     * The settings of a session as configured.
     *
     * @param session the name of the session; {@link UserSessionConfig#DEFAULT_SESSION} for the default session
     * @throws ConfigurationException if a setting can't be used; the message names its key and the fix
     */
    public static SessionSettings of(UserSessionConfig config, String session) {
        ConfigKeys keys = ConfigKeys.of(session);
        EffectiveConfig settings = EffectiveConfig.of(config, session);
        return new SessionSettings(CookieRules.check(keys, cookie(settings, session)), lifetimes(settings, keys),
                settings.get(SessionConfig::cacheHeaders).orElse(SessionDefaults.CACHE_HEADERS));
    }

    private static CookieAttributes cookie(EffectiveConfig settings, String session) {
        CookieAttributes defaults = SessionDefaults.COOKIE;
        return new CookieAttributes(
                settings.own().cookie().name().orElse(SessionDefaults.cookieName(session)),
                settings.get(config -> config.cookie().path()).orElse(defaults.path()),
                settings.get(config -> config.cookie().domain()).orElse(defaults.domain()),
                settings.get(config -> config.cookie().sameSite()).orElse(defaults.sameSite()),
                settings.get(config -> config.cookie().httpOnly()).orElse(defaults.httpOnly()),
                settings.get(config -> config.cookie().secure()).orElse(defaults.secure()),
                settings.get(config -> config.cookie().partitioned()).orElse(defaults.partitioned()));
    }

    private static Lifetimes lifetimes(EffectiveConfig settings, ConfigKeys keys) {
        Lifetimes defaults = SessionDefaults.LIFETIMES;
        Lifetimes lifetimes = new Lifetimes(
                settings.get(SessionConfig::maxAge).map(time -> seconds(keys.key("max-age"), time))
                        .orElse(defaults.maxAge()),
                settings.get(SessionConfig::renewAfter).map(time -> seconds(keys.key("renew-after"), time))
                        .orElse(defaults.renewAfter()),
                settings.get(SessionConfig::absoluteTimeout).map(time -> seconds(keys.key("absolute-timeout"), time))
                        .orElse(defaults.absoluteTimeout()));
        if (lifetimes.renewAfter() >= lifetimes.maxAge()) {
            throw new ConfigurationException(keys.key("renew-after") + " must be shorter than " + keys.key("max-age")
                    + ", otherwise a session ends before it is renewed: lower it, for example to a sixth of max-age");
        }
        return lifetimes;
    }

    private static long seconds(String key, Duration setting) {
        long seconds = setting.toSeconds();
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw new ConfigurationException(key + " must be between one second and " + MAX_SECONDS
                    + " seconds, which is about 136 years: write it as 30M, 12H or 365D");
        }
        return seconds;
    }
}
