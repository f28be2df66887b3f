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
         * Whether `UserSession.signIn` decides who the user of a request is, so that `@Authenticated`, `@RolesAllowed`,
         * `SecurityIdentity` and `quarkus.http.auth.permission` follow the session. Needs the extension quarkus-security.
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
         * Whether sign-ins are bound to the browser in which they began, where the browser supports it: a copy of its session
         * cookie signs nobody in elsewhere (W3C Device Bound Session Credentials). Experimental. Other browsers don't notice.
         * It needs `quarkus.user-session.sign-in.enabled` and HTTPS.
         */
        @WithDefault("false")
        boolean enabled();
    }
}
