package io.quarkiverse.usersession.runtime.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithName;

/**
 * A session. A named session inherits unset settings from the default session, except the name of the cookie. It inherits
 * settings of the import only if it sets `import.format`.
 */
@ConfigGroup
public interface SessionConfig {

    /**
     * The secret that encrypts session cookies. It must be random, have at least 32 bytes, and be the same on all replicas. Its
     * text is used as it is, without decoding. `openssl rand -base64 48` makes a good secret.
     *
     * It is required in production and in remote development mode. Local development mode and test mode have a random default,
     * which stays the same after a restart.
     *
     * Don't write the secret into `application.properties`. Set the environment variable `SESSION_SECRET` instead.
     *
     * A named session that sets neither `secret` nor `accepted-secrets` uses both of the default session.
     */
    @ConfigDocDefault("${SESSION_SECRET}")
    Optional<String> secret();

    /**
     * Other secrets whose cookies are accepted, in any order. If a request brings such a cookie and uses the session, the
     * response encrypts the session again with `secret`. White space around a secret is ignored.
     *
     * To change the secret without signing anybody out, first add the new one here on all replicas. Then make it the `secret`,
     * and keep the old one here for as long as sessions live.
     */
    Optional<List<String>> acceptedSecrets();

    /**
     * How long a session lives after it was last written or renewed. This is both the `Max-Age` of the cookie and the time
     * after which the server refuses the cookie. Browsers keep a cookie for at most 400 days.
     */
    @ConfigDocDefault("365D")
    Optional<Duration> maxAge();

    /**
     * How long after it was last written a session is renewed by the next request that uses it. Renewal gives a session its
     * full lifetime again. Together with a short `max-age`, this makes an idle timeout: with `max-age=30M` and
     * `renew-after=5M`, a session ends when its user has been away for half an hour. If this is not set, sessions are not
     * renewed. Then only a response that sets the cookie for another reason extends the lifetime: because the session has
     * changed, or because the cookie was encrypted with one of `accepted-secrets`.
     */
    Optional<Duration> renewAfter();

    /**
     * How long a session lives after it was first created, whatever happens to it. If this is not set, there is no such limit.
     */
    Optional<Duration> absoluteTimeout();

    /**
     * Whether to add headers that keep caches from mixing up users: `Vary: Cookie` if the request used the session, and
     * `Cache-Control: no-store, private` if the response sets a session cookie and does not have `no-store` already.
     */
    @ConfigDocDefault("true")
    Optional<Boolean> cacheHeaders();

    /**
     * The cookie that holds the session.
     */
    CookieConfig cookie();

    /**
     * The import of sessions from another system: its cookies become sessions of this application.
     */
    @WithName("import")
    ImportConfig importing();
}
