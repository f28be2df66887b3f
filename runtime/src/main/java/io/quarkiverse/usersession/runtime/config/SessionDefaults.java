package io.quarkiverse.usersession.runtime.config;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.quarkiverse.usersession.runtime.state.Lifetimes;

/** The defaults of a session, if neither its own settings nor those of the default session set a value. */
final class SessionDefaults {

    static final CookieAttributes COOKIE = new CookieAttributes("__session", "/", null, SameSite.LAX, true, Secure.AUTO, false);
    static final Lifetimes LIFETIMES = new Lifetimes(365 * 24 * 60 * 60, 0, 0);
    static final boolean CACHE_HEADERS = true;

    private SessionDefaults() {
    }

    static String cookieName(String session) {
        return session.equals(UserSessionConfig.DEFAULT_SESSION) ? COOKIE.name() : "__" + session;
    }
}
