package io.quarkiverse.usersession.runtime.config;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.usersession.runtime.origin.CrossOrigin;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/**
 * Requests from other origins.
 */
@ConfigGroup
public interface CrossOriginConfig {

    /**
     * What becomes of requests from pages of other origins: those of any method but `GET`, `HEAD` and `OPTIONS`, and handshakes
     * of WebSockets. `refuse` answers with 403 if they bring a cookie of a session, or if they change one without. `report`
     * lets them through and logs a warning, once for each origin. `allow` does not look where requests come from. It is one
     * setting for all sessions.
     *
     * Handshakes of WebSockets are refused only where a session has `cookie.same-site=none`, and reported otherwise.
     */
    @WithParentName
    @WithDefault("refuse")
    CrossOrigin mode();

    /**
     * The paths to which requests of all origins are let through, such as `/lti/launch`, or `/lti/*` for all below `/lti`.
     * They are written as the application knows them: with `quarkus.http.root-path` and `quarkus.rest.path`, and without the
     * prefix that a proxy takes off. Paths with `%`, `;` or a backslash are not among those below another one.
     */
    Optional<List<String>> allowedPaths();
}
