package io.quarkiverse.usersession.runtime;

import java.time.Duration;
import java.util.Locale;

import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.origin.CrossOrigin;
import io.quarkiverse.usersession.runtime.state.Lifetimes;
import io.quarkiverse.usersession.runtime.state.SignInSupport;

/**
 * What an auditor wants to know about a session (OWASP ASVS 5.0, 7.1.1). It is made of settings without secrets.
 *
 * @param store whether a store remembers its sign-ins
 */
record SessionSummary(SessionSettings settings, SignInSupport signIn, boolean store, CrossOrigin crossOrigin) {

    String lifetimes() {
        Lifetimes lifetimes = settings.lifetimes();
        return "idle timeout " + (lifetimes.renewAfter() == 0 ? "none" : shown(lifetimes.maxAge())) + ", absolute timeout "
                + (lifetimes.absoluteTimeout() == 0 ? "none" : shown(lifetimes.absoluteTimeout())) + ", cookie lifetime "
                + shown(lifetimes.maxAge());
    }

    String cookie() {
        CookieAttributes cookie = settings.cookie();
        return cookie.name() + " (" + (cookie.domain() == null ? "this host only" : "Domain=" + cookie.domain()) + ", Path="
                + cookie.path() + ", SameSite=" + lowerCase(cookie.sameSite()) + ", HttpOnly=" + cookie.httpOnly() + ", Secure="
                + lowerCase(cookie.secure()) + (cookie.partitioned() ? ", Partitioned" : "") + ")";
    }

    String signIns() {
        if (signIn != SignInSupport.ON) {
            return "none";
        }
        return store ? "remembered in a store" : "in the cookie only";
    }

    String guard() {
        return lowerCase(crossOrigin);
    }

    private static String lowerCase(Enum<?> setting) {
        return setting.name().toLowerCase(Locale.ROOT);
    }

    /** A duration as in the configuration, with at least one unit. */
    private static String shown(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        return seconds % Duration.ofDays(1).toSeconds() == 0 ? time.toDays() + "D" : time.toString().substring(2);
    }
}
