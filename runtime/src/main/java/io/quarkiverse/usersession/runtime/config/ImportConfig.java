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
 * The import of sessions from another system: its cookies become sessions of this application.
 */
@ConfigGroup
public interface ImportConfig {

    /** The system that wrote the cookies. */
    enum Format {
        /** `createCookieSessionStorage` of Remix and React Router. */
        REMIX,
        /** gorilla/sessions with gorilla/securecookie. */
        GORILLA
    }

    /**
     * The system that wrote the cookies: `remix` for Remix and React Router, `gorilla` for gorilla/sessions. If this is not
     * set, nothing is imported. A named session does not inherit this setting, because a Remix cookie is valid under any name,
     * so it could be used for another session.
     */
    Optional<Format> format();

    /**
     * The secrets with which the other system signs its cookies (gorilla: its hash keys), in any order. Weak secrets are
     * accepted with a warning. White space around a secret is ignored. Write a backslash before each comma, backslash and
     * dollar sign in a secret.
     *
     * Keys of gorilla are bytes. Write them as a text, or as `hex:00ff...` or `base64:AP8...`. If the text itself begins with
     * `hex:` or `base64:`, write the base64 of its bytes. Secrets of Remix are always texts, whatever they begin with.
     */
    Optional<List<String>> secrets();

    /**
     * The last day on which cookies are imported, in UTC, such as `2027-03-31`. It is required, because whoever knows an old
     * secret can forge sessions for as long as it is accepted.
     */
    Optional<LocalDate> until();

    /**
     * The name of the other system's cookie. The default is the name of the session's cookie. If its name, path, domain or
     * partition differs from that of the session's cookie, the other cookie is removed after the import, and when the session
     * is destroyed.
     */
    Optional<String> cookieName();

    /**
     * The path of the other system's cookie. It is needed to remove that cookie.
     */
    @ConfigDocDefault("/")
    Optional<String> cookiePath();

    /**
     * The domain of the other system's cookie. It is needed to remove that cookie.
     */
    Optional<String> cookieDomain();

    /**
     * New names for keys of the other system, such as `quarkus.user-session.import.keys."auth_user"=user`. Keys that are not
     * listed keep their names. An environment variable such as `QUARKUS_USER_SESSION_IMPORT_KEYS__AUTH_USER_=user` applies to
     * each old key that matches it. Case makes no difference, and an underscore matches any character that is not a letter or a
     * digit.
     */
    @ConfigDocMapKey("old-key")
    Map<String, String> keys();

    /**
     * gorilla only: the block keys with which it encrypts its cookies, separated by commas. Write one for each of the secrets,
     * and leave it empty for a secret without a block key. White space around a key is ignored. Write a backslash before each
     * comma, backslash and dollar sign in a key. Write keys that are bytes as `hex:00ff...` or `base64:AP8...`.
     */
    Optional<String> blockKeys();

    /**
     * gorilla only: the maximum age of a cookie that is imported. The default is 30 days. Remix cookies don't tell their age.
     */
    Optional<Duration> maxAge();

    /**
     * gorilla only: how values are encoded. The default is `gob`.
     */
    Optional<Serializer> serializer();
}
