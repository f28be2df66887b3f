package io.quarkiverse.usersession.runtime.config;

import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
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
    }
}
