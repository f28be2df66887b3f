package io.quarkiverse.usersession.runtime.state;

import java.time.InstantSource;

import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.cookie.Importer;
import io.quarkiverse.usersession.runtime.cookie.Lifetimes;
import io.quarkiverse.usersession.runtime.cookie.SessionLoader;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.format.CookieFormat;

/**
 * Everything that the sessions of all requests have in common.
 *
 * @param name what messages call the session: the name of its cookie
 */
public record SessionDefinition(String name, Lifetimes lifetimes, CookieFormat format, SessionLoader loader,
        CookieSize size, SessionMetrics metrics, InstantSource clock) {

    /** @param importer null if nothing is imported */
    public static SessionDefinition of(SessionSettings settings, KeyRing keys, Importer importer, InstantSource clock,
            Randomness random) {
        String name = settings.cookie().name();
        CookieFormat format = new CookieFormat(name, keys, random);
        return new SessionDefinition(name, settings.lifetimes(), format,
                new SessionLoader(name, format, settings.lifetimes(), importer), new CookieSize(name, format),
                new SessionMetrics(), clock);
    }

    /** Seconds since the epoch. */
    long now() {
        return clock.instant().getEpochSecond();
    }
}
