package io.quarkiverse.usersession.runtime.state;

import java.time.InstantSource;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.foreign.Importer;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.StoredFormat;
import io.quarkiverse.usersession.runtime.values.Conversion;
import io.quarkiverse.usersession.runtime.values.Snapshots;
import io.quarkiverse.usersession.runtime.values.TypedValues;

/**
 * Everything that the sessions of all requests with one name have in common.
 *
 * @param name the name of the session in messages
 * @param registry remembers its sign-ins; null if they are only in its cookies
 * @param storedFormat the format of values that are too large for its cookies
 * @param referenced the store of these values; null if there is none
 */
public record SessionDefinition(String name, String cookieName, Lifetimes lifetimes, CookieFormat format, SessionLoader loader,
        CookieSize size, SessionMetrics metrics, InstantSource clock, KeyedValues values, SignInSupport signIn,
        SignInRegistry registry, StoredFormat storedFormat, ReferencedValues referenced) {

    /**
     * Of a session to which nobody can sign in.
     *
     * @param importer null if nothing is imported
     */
    public static SessionDefinition of(String name, CookieAttributes cookie, Lifetimes lifetimes, KeyRing keys,
            Importer importer, InstantSource clock, Randomness random, TypedValues typed) {
        CookieFormat format = new CookieFormat(cookie.name(), cookie.scope(), keys, random);
        return new SessionDefinition(name, cookie.name(), lifetimes, format,
                new SessionLoader(name, cookie.name(), format, lifetimes, importer), new CookieSize(name, format),
                new SessionMetrics(), clock, new KeyedValues(name, new Snapshots(typed), new Conversion(typed)),
                SignInSupport.OFF, null, new StoredFormat(name, keys, random), null);
    }

    public SessionDefinition with(SignInSupport other) {
        return with(other, registry);
    }

    public SessionDefinition with(SignInRegistry other) {
        return with(signIn, other);
    }

    public SessionDefinition referringTo(ReferencedValues others) {
        return with(signIn, registry, others);
    }

    private SessionDefinition with(SignInSupport signIn, SignInRegistry registry) {
        return with(signIn, registry, referenced);
    }

    private SessionDefinition with(SignInSupport signIn, SignInRegistry registry, ReferencedValues referenced) {
        return new SessionDefinition(name, cookieName, lifetimes, format, loader, size, metrics, clock, values, signIn,
                registry, storedFormat, referenced);
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
