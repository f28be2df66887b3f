package io.quarkiverse.usersession.runtime;

import java.util.HashMap;
import java.util.Map;

import io.quarkiverse.usersession.runtime.config.ConfigKeys;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The names of cookies in use. No two sessions may read or remove the same cookie, whether it is their own or one that they
 * import.
 */
final class CookieNames {

    private final Map<String, String> sessionByCookieName = new HashMap<>();

    /**
     * @param setting the key that sets the cookie's name, without the session's prefix
     * @throws ConfigurationException if another session uses the name
     */
    void claim(String cookieName, String session, String setting) {
        String other = sessionByCookieName.putIfAbsent(cookieName, session);
        if (other != null && !other.equals(session)) {
            throw new ConfigurationException("Two sessions use the cookie name " + cookieName + ", '" + other + "' and '"
                    + session + "': set " + ConfigKeys.of(session).key(setting) + " to another one");
        }
    }
}
