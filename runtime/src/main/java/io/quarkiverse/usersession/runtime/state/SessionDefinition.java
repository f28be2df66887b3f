package io.quarkiverse.usersession.runtime.state;

import java.time.InstantSource;

import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.cookie.Importer;
import io.quarkiverse.usersession.runtime.cookie.Lifetimes;
import io.quarkiverse.usersession.runtime.cookie.SessionLoader;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.values.Conversion;
import io.quarkiverse.usersession.runtime.values.Snapshot;
import io.quarkiverse.usersession.runtime.values.TypedValues;

/**
 * Everything that the sessions of all requests have in common.
 *
 * @param name what messages call the session: the name of its cookie
 */
public record SessionDefinition(String name, Lifetimes lifetimes, CookieFormat format, SessionLoader loader,
        CookieSize size, SessionMetrics metrics, InstantSource clock, Snapshot snapshot, Conversion conversion,
        SignInSupport signIn) {

    /**
     * Of a session to which nobody can sign in.
     *
     * @param importer null if nothing is imported
     */
    public static SessionDefinition of(SessionSettings settings, KeyRing keys, Importer importer, InstantSource clock,
            Randomness random, TypedValues typed) {
        String name = settings.cookie().name();
        CookieFormat format = new CookieFormat(name, settings.cookie().scope(), keys, random);
        return new SessionDefinition(name, settings.lifetimes(), format,
                new SessionLoader(name, format, settings.lifetimes(), importer), new CookieSize(name, format),
                new SessionMetrics(), clock, new Snapshot(typed), new Conversion(typed), SignInSupport.OFF);
    }

    public SessionDefinition with(SignInSupport other) {
        return new SessionDefinition(name, lifetimes, format, loader, size, metrics, clock, snapshot, conversion, other);
    }

    /** Seconds since the epoch. */
    public long now() {
        return seconds(millis());
    }

    long millis() {
        return clock.millis();
    }

    static long seconds(long millis) {
        return Math.floorDiv(millis, 1000);
    }
}
