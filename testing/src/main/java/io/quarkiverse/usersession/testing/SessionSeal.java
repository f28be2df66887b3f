package io.quarkiverse.usersession.testing;

import java.security.SecureRandom;
import java.util.Set;

import io.quarkiverse.usersession.runtime.config.SessionSecrets;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieScope;
import io.quarkiverse.usersession.runtime.state.Lifetimes;

/**
 * The secret, name and scope with which the cookies of a session are sealed. They come from the test, otherwise from the
 * configuration of the application in this JVM, and otherwise from the defaults. This is not a record, because the text of a
 * record would contain the secret.
 */
final class SessionSeal {

    static final SessionSeal DEFAULT = new SessionSeal(UserSessionConfig.DEFAULT_SESSION, null, null, null);

    private final String name;
    private final String cookieName; // null unless the test gives one
    private final CookieScope scope; // likewise
    private final String secret; // likewise

    private SessionSeal(String name, String cookieName, CookieScope scope, String secret) {
        this.name = name;
        this.cookieName = cookieName;
        this.scope = scope;
        this.secret = secret;
    }

    SessionSeal named(String other) {
        requireKnown(notEmpty("The name of a session", other));
        return new SessionSeal(other, cookieName, scope, secret);
    }

    SessionSeal withCookieName(String other) {
        return new SessionSeal(name, notEmpty("The name of a cookie", other), scope, secret);
    }

    SessionSeal withScope(CookieScope other) {
        return new SessionSeal(name, cookieName, other, secret);
    }

    SessionSeal withSecret(String other) {
        return new SessionSeal(name, cookieName, scope, notEmpty("The secret of a session", other));
    }

    /** The name of the session in messages. */
    String session() {
        return name;
    }

    String cookieName() {
        requireKnown(name);
        if (cookieName != null) {
            return cookieName;
        }
        return settings().cookie().name();
    }

    private CookieScope scope() {
        return scope != null ? scope : settings().cookie().scope();
    }

    Lifetimes lifetimes() {
        return settings().lifetimes();
    }

    CookieFormat format() {
        return new CookieFormat(cookieName(), scope(), keys(), new SecureRandom()::nextBytes);
    }

    /** A sentence that says where the secret comes from, and what to do if it is the wrong one. */
    String origin() {
        return secret == null
                ? "The secret of the application in this JVM was tried"
                : "The secret of withSecret(...) was tried: pass the one that the application has as "
                        + UserSessionConfig.SECRET_KEY;
    }

    private KeyRing keys() {
        if (secret != null) {
            return KeyRing.of(secret);
        }
        SessionSecrets secrets = new SessionSecrets(RunningApplication.config().orElseThrow(() -> new IllegalStateException(
                "The secret of the session cookie '" + cookieName() + "' is not known because no application with sessions runs"
                        + " in this JVM: start with TestSessions.withSecret(...) and pass the secret of the application"
                        + " under test")),
                false);
        return secrets.keys(name);
    }

    private SessionSettings settings() {
        return RunningApplication.config().map(config -> SessionSettings.of(config, name))
                .orElseGet(() -> SessionSettings.defaults(name));
    }

    /** This is checked again when the cookies are used, because a constant may have been created before the application. */
    private static void requireKnown(String name) {
        Set<String> known = RunningApplication.sessionNames();
        if (!known.isEmpty() && !known.contains(name)) {
            known.remove(UserSessionConfig.DEFAULT_SESSION);
            throw new IllegalArgumentException("The application has no session \"" + name + "\": "
                    + (known.isEmpty() ? "it has no named ones" : "its named ones are " + String.join(", ", known))
                    + ". A session is there when something injects it with @SessionName");
        }
    }

    private static String notEmpty(String what, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(what + " can't be empty");
        }
        return text;
    }
}
