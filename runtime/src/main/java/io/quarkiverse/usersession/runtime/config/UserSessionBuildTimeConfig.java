package io.quarkiverse.usersession.runtime.config;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * User sessions in an encrypted cookie.
 */
@ConfigMapping(prefix = UserSessionConfig.PREFIX)
@ConfigRoot(phase = ConfigPhase.BUILD_AND_RUN_TIME_FIXED)
public interface UserSessionBuildTimeConfig {

    /**
     * The sign-in of users.
     */
    SignIn signIn();

    /**
     * The sign-in of users.
     */
    @ConfigGroup
    interface SignIn {

        /**
         * Whether users can sign in to the session with `UserSession.signIn`. Then `@Authenticated`, `@RolesAllowed`,
         * `SecurityIdentity` and `quarkus.http.auth.permission` use the user of the session. This needs the extension
         * quarkus-security.
         */
        @WithDefault("false")
        boolean enabled();

        /**
         * Sign-ins that are bound to the browser in which they began.
         */
        DeviceBound deviceBound();
    }

    /**
     * Sign-ins that are bound to the browser in which they began.
     */
    @ConfigGroup
    interface DeviceBound {

        /**
         * Whether sign-ins are bound to the browser in which they began (W3C Device Bound Session Credentials). Once a sign-in
         * is bound, a copy of its session cookie alone signs nobody in. Browsers without support ignore this. It needs
         * `quarkus.user-session.sign-in.enabled=true` and HTTPS, and is experimental.
         */
        @WithDefault("false")
        boolean enabled();
    }
}
