package io.quarkiverse.usersession.runtime.dev;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;

/**
 * Opens a cookie as a request would, and returns its outcome. Metrics don't count it.
 */
final class CookieInspector {

    private final UserSessionConfig config;
    private final Sessions sessions;

    CookieInspector(UserSessionConfig config, Sessions sessions) {
        this.config = config;
        this.sessions = sessions;
    }

    /** @param session null to find the session to which the cookie belongs */
    CookieView inspect(String session, String text) {
        Set<String> candidates = candidates(session);
        PastedCookie pasted = PastedCookie.of(text);
        return found(candidates, pasted).orElseGet(() -> absent(candidates, pasted.isEmpty()
                ? OutcomeHelp.of(CookieOutcome.ABSENT, true)
                : "This contains no session cookie. The expected names are " + cookieNames(candidates)
                        + ": paste one of these, or only the value"));
    }

    /** @param cookies the Cookie header of a request to the Dev UI; null if that request did not arrive */
    CookieView inspectSent(String session, String cookies) {
        Set<String> candidates = candidates(session);
        if (cookies == null) {
            return absent(candidates, "The application did not get the cookies of this browser: try again");
        }
        return found(candidates, PastedCookie.of("Cookie: " + cookies)).orElseGet(() -> absent(candidates,
                "This browser sends the Dev UI no cookie named " + cookieNames(candidates)
                        + ": open a page of the application that sets one. A cookie of another path or host than those of the"
                        + " Dev UI is not sent here: paste it"));
    }

    private Set<String> candidates(String session) {
        return session == null ? sessions.names() : Set.of(session);
    }

    private Optional<CookieView> found(Set<String> candidates, PastedCookie pasted) {
        List<Attempt> attempts = candidates.stream().flatMap(name -> byName(name, pasted).stream()).toList();
        if (attempts.isEmpty()) {
            List<String> values = pasted.bareValue().isEmpty() ? valuesOfAllSessions(pasted) : List.of(pasted.bareValue());
            attempts = candidates.stream().flatMap(name -> values.stream().map(value -> attempt(name, value))).toList();
        }
        return attempts.stream().filter(Attempt::isOpen).findFirst().or(attempts.stream()::findFirst).map(this::view);
    }

    private List<String> valuesOfAllSessions(PastedCookie pasted) {
        return sessions.names().stream().flatMap(name -> values(name, pasted).stream()).toList();
    }

    private List<Attempt> byName(String session, PastedCookie pasted) {
        return values(session, pasted).stream().map(value -> attempt(session, value)).toList();
    }

    /** Chooses among the cookies with the name of that session, or with that of the other system's cookie that it imports. */
    private List<String> values(String session, PastedCookie pasted) {
        String cookieName = definition(session).cookieName();
        List<String> values = new ArrayList<>(pasted.values(cookieName));
        importOf(session).filter(other -> !other.cookieName().equals(cookieName))
                .ifPresent(other -> values.addAll(pasted.values(other.cookieName())));
        return values;
    }

    private Attempt attempt(String session, String value) {
        OpenedCookie cookie = definition(session).format().open(value);
        if (cookie.isValid()) {
            return new Attempt(session, value, cookie, definition(session).lifetimes().check(cookie.content(), now(session)));
        }
        OpenedCookie imported = importOf(session)
                .map(other -> definition(session).loader().load(List.of(other.cookieName() + "=" + value), now(session)))
                .filter(OpenedCookie::isImported)
                .orElse(cookie);
        return new Attempt(session, value, imported, imported.outcome());
    }

    private CookieView view(Attempt attempt) {
        SessionDefinition definition = definition(attempt.session());
        OptionalInt keyId = CookieFormat.keyId(attempt.value());
        return new CookieView(attempt.session(), definition.cookieName(), attempt.outcome().toString(), help(attempt),
                definition.cookieName().length() + attempt.value().length(), CookieFormat.MAX_COOKIE_BYTES,
                keyId.isPresent() ? SecretView.keyId(keyId.getAsInt()) : null,
                attempt.isOpen() ? ContentView.of(attempt.cookie(), definition.lifetimes()) : null);
    }

    private String help(Attempt attempt) {
        if (!attempt.isOpen()) {
            for (String other : sessions.names()) {
                if (!other.equals(attempt.session()) && definition(other).format().open(attempt.value()).isValid()) {
                    return "It is a cookie of the session '" + other + "', and no other session accepts it: choose that one";
                }
            }
        }
        String help = OutcomeHelp.of(attempt.outcome(), attempt.cookie().currentKey());
        return attempt.cookie().isFormer() ? help + ". It was set with another cookie.domain, cookie.path or cookie.partitioned"
                + " than the configured one: the next response sets a new cookie and removes this one" : help;
    }

    private CookieView absent(Set<String> candidates, String help) {
        String session = candidates.iterator().next();
        return new CookieView(session, definition(session).cookieName(), CookieOutcome.ABSENT.toString(), help, 0,
                CookieFormat.MAX_COOKIE_BYTES, null, null);
    }

    private String cookieNames(Set<String> candidates) {
        Set<String> names = new LinkedHashSet<>();
        for (String session : candidates) {
            names.add(definition(session).cookieName());
            importOf(session).ifPresent(other -> names.add(other.cookieName()));
        }
        return String.join(", ", names);
    }

    private SessionDefinition definition(String session) {
        return sessions.definition(session);
    }

    private Optional<ImportView> importOf(String session) {
        return ImportView.of(session, definition(session).cookieName(), config);
    }

    private long now(String session) {
        return definition(session).clock().instant().getEpochSecond();
    }

    /** @param outcome the outcome of the cookie, or of its times */
    private record Attempt(String session, String value, OpenedCookie cookie, CookieOutcome outcome) {

        boolean isOpen() {
            return cookie.content() != null;
        }

        /** Leaves out the value, because this text may end up in a log. */
        @Override
        public String toString() {
            return "Attempt[" + outcome + "]";
        }
    }
}
