package io.quarkiverse.usersession.runtime.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
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

    /** The environment variable, or other configuration property, that gives the secret where the key itself is not set. */
    String SECRET_VARIABLE = "SESSION_SECRET";

    String SECRET_KEY = PREFIX + ".secret";

    /** What {@link #SECRET_KEY} is unless it is set: the build gives it as a default to the default session only. */
    String SECRET_DEFAULT = "${" + SECRET_VARIABLE + ":}";

    /** What the session without a name is called. */
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
     * Origins other than the application's own whose requests are treated as its own, such as `https://pay.example`: of a
     * payment provider, of an identity provider that posts back, or of a front end on another host. An origin is scheme, host
     * and, unless it is the default one, port, just as browsers write them, without wildcards.
     *
     * The origins of `quarkus.http.cors.origins` count as well, if CORS is enabled and
     * `quarkus.http.cors.access-control-allow-credentials` is not `false`, except for wildcards and regular expressions.
     */
    Optional<List<String>> trustedOrigins();

    /**
     * The sign-in of users.
     */
    @ConfigGroup
    interface SignInConfig {

        /**
         * The page on which users sign in, such as `/login`: its path as the application knows it, with
         * `quarkus.http.root-path` and `quarkus.rest.path`, and without the prefix that a proxy strips. The redirect adds the
         * prefix that a trusted proxy forwards (`quarkus.http.proxy.enable-forwarded-prefix`).
         *
         * A browser that opens a page or submits a form that requires a signed-in user is redirected there, and
         * `UserSession.takeWantedLocation` returns where it wanted to go. Other requests get a 401, as do all requests if this
         * is not set.
         */
        Optional<String> loginPage();

        /**
         * How long ago users may have signed in where the policy `recent-sign-in` protects a path, as in
         * `quarkus.http.auth.permission.account.policy=recent-sign-in`. Users whose sign-in is older have to sign in again.
         *
         * The annotation `@RecentSignIn` on a method or a class says for itself how long.
         */
        @WithDefault("10M")
        Duration recentWithin();

        /**
         * The store that remembers sign-ins, where there is one: that of the extension `quarkus-user-session-redis`, or a bean
         * of type `SignInStore`.
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
         * How long an answer of the store counts on this replica. A sign-in that another replica has ended can be used here as
         * long as that. With 0, each request of a signed-in user asks the store. At most 30 seconds.
         */
        @WithDefault("5S")
        Duration cache();

        /**
         * How long the store may take for an answer. After that it counts as unavailable, and no request waits for it until it
         * answers again.
         */
        @WithDefault("500MS")
        Duration timeout();

        /**
         * What happens to the requests of signed-in users while the store is unavailable: `reject` makes them anonymous, so
         * that public pages go on, and answers with 503 where somebody has to be signed in; `accept` lets them in, also if
         * their sign-in was ended. Answers that still count are used in both cases, and no cookie is touched.
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
