package io.quarkiverse.usersession.runtime.config;

import java.time.Duration;
import java.util.Optional;

import io.quarkiverse.usersession.runtime.config.UserSessionConfig.StoreConfig;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig.WhenUnavailable;
import io.quarkiverse.usersession.runtime.store.StoreSettings;
import io.quarkus.runtime.configuration.ConfigurationException;

/** The checked settings of sign-in. */
public final class SignInSettings {

    // a store remembers what was ended for a minute longer than a cookie lives, which an old answer must not use up
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String LOGIN_PAGE = UserSessionConfig.PREFIX + ".sign-in.login-page";

    private SignInSettings() {
    }

    /** @throws ConfigurationException if it is not a path; the message names the key and the fix */
    public static Optional<String> loginPage(UserSessionConfig config) {
        Optional<String> page = config.signIn().loginPage();
        page.ifPresent(SignInSettings::checkPath);
        return page;
    }

    /** @throws ConfigurationException if a duration can't be used; the message names its key and the fix */
    public static StoreSettings store(UserSessionConfig config) {
        StoreConfig store = config.signIn().store();
        check("cache", store.cache(), 0, "0 to ask the store for each request, or a time such as 5S");
        check("timeout", store.timeout(), 1, "a time such as 500MS");
        return new StoreSettings(store.cache(), store.timeout(), acceptsWithoutStore(config));
    }

    /** Whether users are let in while the store is unavailable. */
    public static boolean acceptsWithoutStore(UserSessionConfig config) {
        return config.signIn().store().unavailable() == WhenUnavailable.ACCEPT;
    }

    /** @throws ConfigurationException if it is not longer than zero; the message names the key and the fix */
    public static Duration recentWithin(UserSessionConfig config) {
        Duration within = config.signIn().recentWithin();
        if (within.isZero() || within.isNegative()) {
            throw new ConfigurationException(UserSessionConfig.PREFIX + ".sign-in.recent-within=" + within
                    + " can't be used: set a time longer than zero, such as 10M");
        }
        return within;
    }

    private static void check(String key, Duration duration, long atLeast, String fix) {
        if (duration.compareTo(Duration.ofMillis(atLeast)) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(UserSessionConfig.PREFIX + ".sign-in.store." + key + "=" + duration
                    + " can't be used: set " + fix + ", 30 seconds at most");
        }
    }

    private static void checkPath(String page) {
        boolean path = page.startsWith("/") && !page.startsWith("//") && page.chars().allMatch(SignInSettings::isAllowed);
        if (!path) {
            throw new ConfigurationException(
                    LOGIN_PAGE + " must be a path on this host as browsers send it: begin with a single slash, as in /login,"
                            + " and encode spaces and characters beyond ASCII");
        }
    }

    private static boolean isAllowed(int character) {
        return character > ' ' && character < 0x7F && character != '\\';
    }
}
