package io.quarkiverse.usersession.runtime.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithName;

/**
 * A session. A named session inherits unset settings from the default session, except the name of the cookie and, unless it
 * sets `import.format`, the import.
 */
@ConfigGroup
public interface SessionConfig {

    /**
     * The secret that session cookies are sealed with: at least 32 bytes, and random. It must be the same on all replicas. Its
     * text is used as is, without decoding. `openssl rand -base64 48` makes a good one.
     *
     * Required in production and in remote development mode. Otherwise development and test mode have a random default of
     * their own, the same after each restart.
     *
     * Keep it out of `application.properties`: set the environment variable `SESSION_SECRET`.
     *
     * A named session that has no `secret` and no `accepted-secrets` of its own uses those of the default session.
     */
    @ConfigDocDefault("${SESSION_SECRET}")
    Optional<String> secret();

    /**
     * Further secrets with which a session cookie may have been sealed, in any order. Such a cookie is opened, and sealed
     * again with `secret` in the same response. White space around a secret is not part of it.
     *
     * To change the secret without signing anybody out, first add the new one here on all replicas, then make it the `secret`
     * and keep the old one here for as long as sessions live.
     */
    Optional<List<String>> acceptedSecrets();

    /**
     * How long a session lives after it was last written or renewed. It is both the `Max-Age` of the cookie and the time
     * after which the server refuses it. Browsers keep a cookie for 400 days at most.
     */
    @ConfigDocDefault("365D")
    Optional<Duration> maxAge();

    /**
     * How old a session may become before a request that uses it renews it, which gives it its full lifetime again. Together
     * with a short `max-age` this makes an idle timeout: with `max-age=30M` and `renew-after=5M` a session ends when its user
     * has been away for half an hour. Off unless set: a session is then only prolonged by a response that sets the cookie
     * anyway, because the session has changed or was sealed with an accepted secret.
     */
    Optional<Duration> renewAfter();

    /**
     * How long a session lives after it was first created, whatever happens to it. Off unless set.
     */
    Optional<Duration> absoluteTimeout();

    /**
     * Whether to keep caches from mixing up users: `Vary: Cookie` on each response to a request whose session was used, and
     * `Cache-Control: no-store, private` with each session cookie, unless the response already says `no-store`.
     */
    @ConfigDocDefault("true")
    Optional<Boolean> cacheHeaders();

    /**
     * The cookie that carries the session.
     */
    CookieConfig cookie();

    /**
     * The session cookies of another system, which become sessions of this application when they are sent to it.
     */
    @WithName("import")
    ImportConfig importing();
}
