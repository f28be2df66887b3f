package io.quarkiverse.usersession.redis.runtime;

import java.lang.reflect.Type;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.usersession.StoredValue;
import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.state.Commit;
import io.quarkiverse.usersession.runtime.state.Lifetimes;
import io.quarkiverse.usersession.runtime.state.RequestView;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.quarkiverse.usersession.runtime.state.StoredEntry;
import io.quarkiverse.usersession.runtime.store.Timers;
import io.quarkiverse.usersession.runtime.stored.SessionStoredValue;
import io.quarkiverse.usersession.runtime.stored.StoredBackend;
import io.quarkiverse.usersession.runtime.stored.StoredSettings;
import io.quarkiverse.usersession.runtime.stored.ValueStore;
import io.quarkiverse.usersession.runtime.values.TypedValues;

/** A browser, and an application whose session has large values. */
final class StoringBrowser {

    static final String SECRET = "Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a";
    static final int MAX_BYTES = 2 << 20;

    private final StoredBackend backend;
    private final InstantSource clock;

    /** The cookie's value, null if there is none. */
    String cookie;

    private String session = "default";
    private KeyRing keys = KeyRing.of(SECRET);
    private long maxAge = Duration.ofDays(30).toSeconds();

    /** @param timeout how long it waits for the store */
    StoringBrowser(ValueStore store, InstantSource clock, Timers timers, Duration timeout) {
        this.backend = StoredBackend.of(store, new StoredSettings(Duration.ofDays(1).toSeconds(), MAX_BYTES, timeout), timers,
                Runnable::run);
        this.clock = clock;
    }

    StoringBrowser named(String name) {
        session = name;
        return this;
    }

    StoringBrowser secrets(String current, String... accepted) {
        keys = KeyRing.of(current, List.of(accepted));
        return this;
    }

    StoringBrowser maxAge(Duration lifetime) {
        maxAge = lifetime.toSeconds();
        return this;
    }

    Request request() {
        SessionDefinition definition = SessionDefinition.of(session,
                new CookieAttributes("__session", "/", null, SameSite.LAX, true, Secure.AUTO, false),
                new Lifetimes(maxAge, 0, 0), keys, null, clock, new SecureRandom()::nextBytes, TypedValues.UNAVAILABLE)
                .referringTo(backend.background());
        return new Request(definition, new SessionState(definition, new View(cookie), false));
    }

    /** A request whose response has come. */
    void set(String key, String value) {
        Request request = request();
        Links.get(request.value(key).set(value));
        request.respond();
    }

    Optional<String> get(String key) {
        Request request = request();
        Optional<String> value = Links.get(request.value(key).get());
        request.respond();
        return value;
    }

    final class Request {

        final SessionState session;
        private final SessionDefinition definition;

        private Request(SessionDefinition definition, SessionState session) {
            this.definition = definition;
            this.session = session;
        }

        StoredValue<String> value(String key) {
            return value(key, String.class);
        }

        <T> StoredValue<T> value(String key, Type type) {
            return new SessionStoredValue<>(() -> entry(key),
                    backend.values(definition.storedFormat(), new SecureRandom()::nextBytes), type);
        }

        StoredEntry entry(String key) {
            return new StoredEntry(definition, session, key);
        }

        void respond() {
            Commit commit = session.commit();
            if (commit.content() != null) {
                cookie = definition.format().seal(commit.content());
            } else if (commit.kind() == Commit.Kind.EXPIRE) {
                cookie = null;
            }
        }
    }

    private record View(String cookie) implements RequestView {

        @Override
        public List<String> cookieHeaders() {
            return cookie == null ? List.of() : List.of("__session=" + cookie);
        }

        @Override
        public String path() {
            return "/";
        }

        @Override
        public boolean isHead() {
            return false;
        }
    }
}
