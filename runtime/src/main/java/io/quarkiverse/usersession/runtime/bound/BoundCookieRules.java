package io.quarkiverse.usersession.runtime.bound;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Checks that the cookie of a session allows its sign-ins to be bound. */
final class BoundCookieRules {

    /** The prefix of the settings. */
    static final String SETTINGS = "quarkus.user-session.sign-in.device-bound";

    private BoundCookieRules() {
    }

    /**
     * @param paths the paths of the endpoints; null if it is not known how browsers see them
     * @throws ConfigurationException if a browser could not register, or could not renew its proof
     */
    static void check(CookieAttributes cookie, DevicePaths paths) {
        if (paths != null && !DevicePaths.isBelow(paths.refresh(), cookie.path())) {
            throw new ConfigurationException(SETTINGS + ".path: the cookie of the session, with the path " + cookie.path()
                    + ", is not sent to " + paths.refresh() + ": set it to a path below that of the cookie");
        }
        // a browser that can't register for all hosts, or in a frame, keeps the proof that it gets and can't get another
        if (cookie.domain() != null) {
            throw new ConfigurationException("quarkus.user-session.cookie.domain: a sign-in can be bound to its browser only"
                    + " if the cookie belongs to one host: unset it, or set " + SETTINGS + ".enabled=false");
        }
        if (cookie.partitioned()) {
            throw new ConfigurationException("quarkus.user-session.cookie.partitioned: sign-ins in frames of other sites can't"
                    + " be bound to their browsers: unset it, or set " + SETTINGS + ".enabled=false");
        }
    }
}
