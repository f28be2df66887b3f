package io.quarkiverse.usersession.runtime.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.quarkus.runtime.configuration.TrimmedStringConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import io.smallrye.config.WithParentName;
import io.smallrye.config.WithUnnamedKey;

/**
 * User sessions in an encrypted cookie.
 */
@ConfigMapping(prefix = UserSessionConfig.PREFIX)
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface UserSessionConfig {

    String PREFIX = "quarkus.user-session";

    /** The environment variable, or other configuration property, with the secret if {@link #SECRET_KEY} is not set. */
    String SECRET_VARIABLE = "SESSION_SECRET";

    String SECRET_KEY = PREFIX + ".secret";

    /** The default value of {@link #SECRET_KEY}. The build sets it for the default session only. */
    String SECRET_DEFAULT = "${" + SECRET_VARIABLE + ":}";

    /** The name of the session without a name, in messages and metrics. */
    String DEFAULT_SESSION = "default";

    /** The key of the default session among {@link #sessions}. */
    String UNNAMED_KEY = "<default>";

    /**
     * The sessions. Settings without a session name are those of the default session.
     */
    @WithParentName
    @WithUnnamedKey(UNNAMED_KEY)
    @WithDefaults
    @ConfigDocMapKey("session-name")
    Map<String, SessionConfig> sessions();

    /**
     * The sign-in of users.
     */
    SignInConfig signIn();

    /**
     * Requests from other origins.
     */
    CrossOriginConfig crossOrigin();

    /**
     * Values that are too large for a cookie.
     */
    StoredValuesConfig storedValues();

    /**
     * Other origins whose requests are treated like those of the application's own origin, such as `https://pay.example`. This
     * can be the origin of a payment provider, of an identity provider that posts back, or of a front end on another host.
     * Write an origin as browsers do: scheme, host and port, without the default port and without wildcards.
     *
     * The origins of `quarkus.http.cors.origins` are trusted too, except wildcards and regular expressions, if CORS is enabled
     * and `quarkus.http.cors.access-control-allow-credentials` is not `false`.
     */
    Optional<List<@WithConverter(TrimmedStringConverter.class) String>> trustedOrigins();

    /**
     * The sign-in of users.
     */
    @ConfigGroup
    interface SignInConfig {

        /**
         * The page on which users sign in, such as `/login`. Write its full path in the application, including
         * `quarkus.http.root-path` and `quarkus.rest.path`, but without a prefix that a proxy strips. The redirect adds the
         * prefix that a trusted proxy forwards (`quarkus.http.proxy.enable-forwarded-prefix`).
         *
         * If a browser opens a page or submits a form for signed-in users only, and nobody is signed in, it is redirected to
         * this page. `UserSession.takeWantedLocation` then returns the location that the browser wanted. Other requests get a
         * 401. If this is not set, all requests get a 401.
         */
        Optional<String> loginPage();

        /**
         * How long ago users may have signed in to pass the policy `recent-sign-in`, as in
         * `quarkus.http.auth.permission.account.policy=recent-sign-in`. Users whose sign-in is older have to sign in again.
         *
         * This does not apply to the annotation `@RecentSignIn`, which has a time of its own.
         */
        @WithDefault("10M")
        Duration recentWithin();

        /**
         * The store that remembers sign-ins. It comes from the extension `quarkus-user-session-redis`, or is a bean of type
         * `SignInStore`. Without either, these settings have no effect.
         */
        StoreConfig store();

        /**
         * Sign-ins that are bound to the browser in which they began.
         */
        DeviceBoundConfig deviceBound();
    }

    /**
     * The store that remembers sign-ins.
     */
    @ConfigGroup
    interface StoreConfig {

        /**
         * How long this replica uses an answer of the store, at most 30 seconds. If another replica ends a sign-in, this
         * replica may accept it for that long. With 0, each request of a signed-in user asks the store.
         */
        @WithDefault("5S")
        Duration cache();

        /**
         * How long the store may take to answer. After that it counts as unavailable, and requests don't wait for it until it
         * answers again.
         */
        @WithDefault("500MS")
        Duration timeout();

        /**
         * What happens to requests of signed-in users while the store is unavailable. With `reject`, users count as anonymous:
         * public pages still work, and protected pages answer with 503. With `accept`, users are let in, even if their sign-in
         * has ended, but recent sign-ins, where they are required, get a 503. In both cases, answers in the cache are still
         * used, and
         * no cookie is removed or changed.
         */
        @WithDefault("reject")
        WhenUnavailable unavailable();
    }

    /** What to do without the store. */
    enum WhenUnavailable {
        /** Let nobody in. */
        REJECT,
        /** Let signed-in users in. */
        ACCEPT
    }
}
