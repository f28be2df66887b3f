package io.quarkiverse.usersession.runtime.config;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.usersession.runtime.origin.CrossOrigin;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.configuration.TrimmedStringConverter;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/**
 * Requests from other origins.
 */
@ConfigGroup
public interface CrossOriginConfig {

    /**
     * What happens to requests from pages of other origins. It applies to handshakes of WebSockets, and to requests of all
     * methods except `GET`, `HEAD` and `OPTIONS`. With `refuse`, such a request gets a 403 if it has a session cookie, or if it
     * would change a session without one. With `report`, it is let through, and a warning is logged once for each origin (or
     * once for each path, if a request doesn't name its origin). With `allow`, the origin is not checked. The setting applies
     * to all sessions.
     *
     * Handshakes of WebSockets are refused only if a session has `cookie.same-site=none`. Otherwise they are reported.
     */
    @WithParentName
    @WithDefault("refuse")
    CrossOrigin mode();

    /**
     * Paths for which requests from all origins are let through, such as `/lti/launch`, or `/lti/*` for all paths below `/lti`.
     * Write the full path in the application, including `quarkus.http.root-path` and `quarkus.rest.path`, but without a prefix
     * that a proxy strips. Paths with `%`, `;` or a backslash never match a setting that ends with `/*`.
     */
    Optional<List<@WithConverter(TrimmedStringConverter.class) String>> allowedPaths();
}
