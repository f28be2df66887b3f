package io.quarkiverse.usersession.runtime.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.quarkiverse.usersession.runtime.origin.AllowedPaths;
import io.quarkiverse.usersession.runtime.origin.OriginRules;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.cors.CORSConfig;

/** The checked settings about requests from other origins, including Quarkus' own settings about them. */
public final class CrossOriginSettings {

    private static final String TRUSTED_ORIGINS = UserSessionConfig.PREFIX + ".trusted-origins";
    private static final String ALLOWED_PATHS = UserSessionConfig.PREFIX + ".cross-origin.allowed-paths";

    // as browsers serialize an origin (HTML Living Standard, "ASCII serialization of an origin")
    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");
    private static final Pattern DEFAULT_PORT = Pattern.compile("http:.*:80|https:.*:443");
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~!$&'()+,=:@-]+)*(/|/\\*)?");
    private static final Pattern DOT_SEGMENT = Pattern.compile(".*/\\.{1,2}(/.*)?");

    private CrossOriginSettings() {
    }

    /** @throws ConfigurationException if a setting can't be used; the message names its key and the fix */
    public static OriginRules of(UserSessionConfig config, VertxHttpConfig http) {
        Set<String> trusted = new HashSet<>(origins(http.cors()));
        for (String origin : config.trustedOrigins().orElse(List.of())) {
            checkOrigin(origin);
            trusted.add(origin);
        }
        List<String> paths = config.crossOrigin().allowedPaths().orElse(List.of());
        paths.forEach(CrossOriginSettings::checkPath);
        return new OriginRules(config.crossOrigin().mode(), Set.copyOf(trusted), new AllowedPaths(paths),
                ForwardedHeaders.host(http.proxy()));
    }

    /**
     * The origins whose scripts may use the session. Origins that only match a pattern are not included, because a pattern may
     * match more than intended.
     */
    private static List<String> origins(CORSConfig cors) {
        if (!cors.enabled() || !cors.accessControlAllowCredentials().orElse(true)) {
            return List.of();
        }
        return cors.origins().orElse(List.of()).stream().filter(origin -> ORIGIN.matcher(origin).matches()).toList();
    }

    private static void checkOrigin(String origin) {
        if (!ORIGIN.matcher(origin).matches() || DEFAULT_PORT.matcher(origin).matches()) {
            throw new ConfigurationException(TRUSTED_ORIGINS + " has an element that is not an origin as browsers write it: "
                    + shown(origin) + ". Write scheme, host and port as in https://pay.example or https://pay.example:8443, in"
                    + " lower case, without a path, a wildcard or the default port");
        }
    }

    private static void checkPath(String path) {
        if (path.isEmpty() || !PATH.matcher(path).matches() || DOT_SEGMENT.matcher(path).matches()) {
            throw new ConfigurationException(ALLOWED_PATHS + " has an element that is not a path: " + shown(path)
                    + ". Begin with a slash, as in /lti/launch, and end with /* to include all paths below, as in /lti/*. Leave"
                    + " out queries, dot segments and characters that must be encoded");
        }
    }

    private static String shown(String element) {
        return "'" + element + "'";
    }
}
