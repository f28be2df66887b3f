package io.quarkiverse.usersession.runtime.config;

import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/**
 * Sign-ins that are bound to the browser in which they began. These settings have no effect unless the application was built
 * with `quarkus.user-session.sign-in.device-bound.enabled=true`.
 */
@ConfigGroup
public interface DeviceBoundConfig {

    /**
     * The path of the two endpoints that browsers use, `register` and `refresh`, relative to `quarkus.http.root-path`. The
     * endpoints need no permission. They must be below the path of the session cookie.
     */
    @WithDefault("/device-bound")
    String path();

    /**
     * Other hosts whose pages may make the browser renew its proof, such as `www.example.org`, `*.example.org` or `*`. Links
     * and frames on pages of any other host work too, after a reload that users don't notice. But other requests of those
     * pages, such as those of scripts, fail once the proof has expired.
     */
    Optional<List<String>> allowedRefreshInitiators();
}
