package io.quarkiverse.usersession.runtime.config;

import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/**
 * Sign-ins that are bound to the browser in which they began. Nothing of it is used unless the application was built with
 * `quarkus.user-session.sign-in.device-bound.enabled=true`.
 */
@ConfigGroup
public interface DeviceBoundConfig {

    /**
     * Below which path the two endpoints are that browsers talk to, `register` and `refresh`: as the application knows it,
     * behind `quarkus.http.root-path`. They need no permission, and the path of the session cookie must reach them.
     */
    @WithDefault("/device-bound")
    String path();

    /**
     * The hosts of other origins whose pages may cause the browser to refresh its proof, such as `www.example.org`,
     * `*.example.org` or `*`. A link on any other page works too, after a detour that the user does not notice; what scripts
     * and frames of other pages ask for does not, once the proof has expired.
     */
    Optional<List<String>> allowedRefreshInitiators();
}
