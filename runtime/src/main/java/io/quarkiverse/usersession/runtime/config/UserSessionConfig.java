package io.quarkiverse.usersession.runtime.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigDocSection;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;

/**
 * User sessions in an encrypted cookie.
 */
@ConfigMapping(prefix = UserSessionConfig.PREFIX)
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface UserSessionConfig {

    String PREFIX = "quarkus.user-session";

    /** The environment variable, or other configuration property, that gives the secret where the key itself is not set. */
    String SECRET_VARIABLE = "SESSION_SECRET";

    String SECRET_KEY = PREFIX + ".secret";

    /**
     * The secret that session cookies are sealed with: at least 32 bytes, and random. The same on all replicas. Its text is
     * used as it is and not decoded. A good one is made by `openssl rand -base64 48`.
     *
     * Required in production and in remote development mode. Otherwise development and test mode have a random default of
     * their own, the same after each restart.
     *
     * Keep it out of `application.properties`: set the environment variable `SESSION_SECRET`.
     */
    @WithDefault("${" + SECRET_VARIABLE + ":}")
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
    @WithDefault("365D")
    Duration maxAge();

    /**
     * How old a session may become before a request that uses it renews it, which gives it its full lifetime again. Together
     * with a short `max-age` this makes an idle timeout: with `max-age=30M` and `renew-after=5M` a session ends when its user
     * has been away for half an hour. Off unless set: then only a response that sets the cookie prolongs a session, as it has
     * changed, or was sealed with an accepted secret.
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
    @WithDefault("true")
    boolean cacheHeaders();

    /**
     * The cookie that carries the session.
     */
    CookieConfig cookie();

    /**
     * The session cookies of another system, which become sessions of this application when they are sent to it.
     */
    @WithName("import")
    ImportConfig importing();

    /**
     * The sign-in of users.
     */
    SignInConfig signIn();

    /**
     * Further sessions, each with its own cookie, injected with `@SessionName`. What is not set here is as for the unnamed
     * session.
     */
    @ConfigDocSection
    @ConfigDocMapKey("session-name")
    @WithParentName
    Map<String, NamedSessionConfig> named();

    /**
     * The cookie that carries the session.
     */
    @ConfigGroup
    interface CookieConfig {

        /**
         * The name of the cookie. It may begin with `__Host-` or `__Secure-`.
         */
        @WithDefault("__session")
        String name();

        /**
         * Only requests for this path and those below it carry the cookie.
         */
        @WithDefault("/")
        String path();

        /**
         * The domain whose hosts all receive the cookie. Unless set, only the host that set it does.
         */
        Optional<String> domain();

        /**
         * Which requests that come from other sites carry the cookie.
         */
        @WithDefault("lax")
        SameSite sameSite();

        /**
         * Whether the cookie is out of reach for scripts in the page.
         */
        @WithDefault("true")
        boolean httpOnly();

        /**
         * When the cookie is for HTTPS only. `auto` follows the request; behind a proxy that ends TLS this needs
         * `quarkus.http.proxy.proxy-address-forwarding=true`.
         */
        @WithDefault("auto")
        Secure secure();

        /**
         * Whether a page that embeds this application in a frame has a session of its own (CHIPS).
         */
        @WithDefault("false")
        boolean partitioned();
    }

    /**
     * The sign-in of users.
     */
    @ConfigGroup
    interface SignInConfig {

        /**
         * The page on which users sign in, such as `/login`: its path as the application knows it, with
         * `quarkus.http.root-path` and `quarkus.rest.path`, and without the prefix that a proxy takes off. The redirect adds
         * the prefix that a trusted proxy forwards (`quarkus.http.proxy.enable-forwarded-prefix`).
         *
         * A browser that opens a page or sends a form for which somebody has to be signed in is sent there, and
         * `UserSession.takeWantedLocation` tells where it wanted to go. Other requests are answered with 401, as are all
         * unless this is set.
         */
        Optional<String> loginPage();
    }

    /**
     * A further session. What is not set is as for the unnamed session.
     */
    @ConfigGroup
    interface NamedSessionConfig {

        /**
         * The secret that this session's cookies are sealed with. Where it or `accepted-secrets` is set, the accepted secrets
         * of the unnamed session do not count for this one.
         */
        Optional<String> secret();

        /**
         * Further secrets with which a cookie of this session may have been sealed.
         */
        Optional<List<String>> acceptedSecrets();

        /**
         * How long this session lives after it was last written or renewed.
         */
        Optional<Duration> maxAge();

        /**
         * How old this session may become before a request that uses it renews it.
         */
        Optional<Duration> renewAfter();

        /**
         * How long this session lives after it was first created, whatever happens to it.
         */
        Optional<Duration> absoluteTimeout();

        /**
         * Whether to keep caches from mixing up users.
         */
        Optional<Boolean> cacheHeaders();

        /**
         * The cookie that carries this session.
         */
        NamedCookieConfig cookie();

        /**
         * The session cookies of another system, which become this session.
         */
        @WithName("import")
        ImportConfig importing();
    }

    /**
     * The cookie of a further session. What is not set is as for the unnamed session, but for the name.
     */
    @ConfigGroup
    interface NamedCookieConfig {

        /**
         * The name of the cookie. Unless set, it is the name of the session with `__` before it.
         */
        Optional<String> name();

        /**
         * Only requests for this path and those below it carry the cookie.
         */
        Optional<String> path();

        /**
         * The domain whose hosts all receive the cookie.
         */
        Optional<String> domain();

        /**
         * Which requests that come from other sites carry the cookie.
         */
        Optional<SameSite> sameSite();

        /**
         * Whether the cookie is out of reach for scripts in the page.
         */
        Optional<Boolean> httpOnly();

        /**
         * When the cookie is for HTTPS only.
         */
        Optional<Secure> secure();

        /**
         * Whether a page that embeds this application in a frame has a session of its own (CHIPS).
         */
        Optional<Boolean> partitioned();
    }
}
