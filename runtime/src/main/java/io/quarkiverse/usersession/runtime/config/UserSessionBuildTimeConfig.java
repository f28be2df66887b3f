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
    }
}
