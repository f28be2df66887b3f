package io.quarkiverse.usersession.benchmarks.codec;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import org.jboss.logmanager.Logger;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.state.Lifetimes;
import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.format.SessionId;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.RequestView;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.quarkiverse.usersession.runtime.values.TypedValues;

/**
 * This extension, by the objects that a request uses, from the {@code Cookie} header on and up to the value of the new cookie:
 * header parsing, key ring, expiry, locks, snapshots of values, the check of the size, and metrics.
 */
public final class UserSessionCookie implements Contender {

    private static final String COOKIE_NAME = "__session";
    private static final String HEADER = "theme=dark; " + COOKIE_NAME + "=";

    static {
        // as in an application; left to itself, the log manager has every line of DEBUG made and then given to nobody
        Logger.getLogger("io.quarkiverse.usersession").setLevel(Level.INFO);
    }

    private final SessionDefinition definition = SessionDefinition.of(
            "default", new CookieAttributes(COOKIE_NAME, "/", null, SameSite.LAX, true, Secure.AUTO, false),
            new Lifetimes(365 * 24 * 3600, 0, 0),
            KeyRing.of("k0bXyWJvO1c7yq5dKz3hTn8sVfR2mLpE4gUaQ6iZxB9eNw"), null, Clock.systemUTC(),
            new SecureRandom()::nextBytes, TypedValues.UNAVAILABLE);

    @Override
    public String seal(Map<String, Object> data) {
        long now = Clock.systemUTC().instant().getEpochSecond();
        return definition.format()
                .seal(new SessionContent(SessionId.parse("AAECAwQFBgcICQoL"), now, now, 365 * 24 * 3600, false, data));
    }

    @Override
    public String received(String cookie) {
        return HEADER + cookie;
    }

    /** As much as the others do, without the session around it. */
    @Override
    public Object open(String header) {
        return definition.format().open(header.substring(HEADER.length())).content().entries();
    }

    @Override
    public Object openAndGet(String header, String key) {
        SessionState session = session(header);
        String value = key.equals(Payload.READ) ? session.get(key).orElseThrow() : null;
        Object result = value == null ? session.get(key, Integer.class).orElseThrow() : value;
        session.commit();
        return result;
    }

    @Override
    public String setAndSeal(String header, String key, Object value) {
        SessionState session = session(header);
        session.set(key, value);
        return definition.format().seal(session.commit().content());
    }

    private SessionState session(String header) {
        return new SessionState(definition, new Request(List.of(header)), false);
    }

    private record Request(List<String> cookieHeaders) implements RequestView {

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
