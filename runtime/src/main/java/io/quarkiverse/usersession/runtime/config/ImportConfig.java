package io.quarkiverse.usersession.runtime.config;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.Serializer;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigGroup;

/**
 * The session cookies of another system, which become sessions of this application when they are sent to it.
 */
@ConfigGroup
public interface ImportConfig {

    /** What wrote the cookies. */
    enum Format {
        /** `createCookieSessionStorage` of Remix and React Router. */
        REMIX,
        /** gorilla/sessions with gorilla/securecookie. */
        GORILLA
    }

    /**
     * What wrote the cookies: `remix` for Remix and React Router, `gorilla` for gorilla/sessions. Nothing is imported unless it
     * is set for the session itself: a named session does not inherit it, because Remix cookies can be passed off under any
     * name.
     */
    Optional<Format> format();

    /**
     * The secrets with which the other system signs its cookies (gorilla: its hash keys), in any order. Weak ones are accepted
     * with a warning. White space around a secret is not part of it. Write a comma, a backslash or a dollar sign in a secret
     * with a backslash before it.
     *
     * gorilla's keys are bytes: write them as a text, or as `hex:00ff...` or `base64:AP8...`. A text that begins with `hex:` or
     * `base64:` itself is written as the base64 of its bytes. Remix' secrets are texts, whatever they begin with.
     */
    Optional<List<String>> secrets();

    /**
     * The last day on which cookies are imported, in UTC, such as `2027-03-31`. Required: whoever knows an old secret could
     * make sessions as long as it is accepted.
     */
    Optional<LocalDate> until();

    /**
     * The name of the other system's cookie. The same as that of the session unless set. If its name, path, domain or partition
     * differ from those of the session's cookie, it is expired when it has been imported, and when the session is destroyed.
     */
    Optional<String> cookieName();

    /**
     * The path of the other system's cookie, with which it must be expired.
     */
    @ConfigDocDefault("/")
    Optional<String> cookiePath();

    /**
     * The domain of the other system's cookie, with which it must be expired.
     */
    Optional<String> cookieDomain();

    /**
     * New names for the keys of the other system, such as `quarkus.user-session.import.keys."auth_user"=user`. Keys that are
     * not listed keep their names. An environment variable such as `QUARKUS_USER_SESSION_IMPORT_KEYS__AUTH_USER_=user` applies
     * to each old key that it can stand for: case makes no difference, and an underscore stands for any character that is not a
     * letter or a digit.
     */
    @ConfigDocMapKey("old-key")
    Map<String, String> keys();

    /**
     * gorilla only: the block keys with which it encrypts its cookies, separated by commas, one for each of the secrets and
     * empty for none. White space around a key is not part of it. Write a comma, a backslash or a dollar sign in a key with a
     * backslash before it. Keys that are bytes are written as `hex:00ff...` or `base64:AP8...`.
     */
    Optional<String> blockKeys();

    /**
     * gorilla only: how old a cookie may be to be imported, 30 days unless set. Remix cookies don't tell how old they are.
     */
    Optional<Duration> maxAge();

    /**
     * gorilla only: how it encodes values, `gob` unless set.
     */
    Optional<Serializer> serializer();
}
