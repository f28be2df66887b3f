package io.quarkiverse.usersession.runtime.config;

import java.util.List;
import java.util.regex.Pattern;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The checked settings of sign-ins that are bound to a browser.
 *
 * @param path the path of the endpoints, without the root path of the application and without a slash at the end
 * @param initiators other hosts that may cause a refresh
 */
public record DeviceBoundSettings(String path, List<String> initiators) {

    private static final String PREFIX = UserSessionConfig.PREFIX + ".sign-in.device-bound.";

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");
    private static final Pattern HOST = Pattern.compile("\\*|(\\*\\.)?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    /** @throws ConfigurationException if a setting can't be used; the message names its key and the fix */
    public static DeviceBoundSettings of(UserSessionConfig config) {
        DeviceBoundConfig settings = config.signIn().deviceBound();
        String path = settings.path();
        if (!PATH.matcher(path).matches() || path.contains("/.")) {
            throw new ConfigurationException(PREFIX + "path must be a path of letters, digits and -._~ with a slash before each"
                    + " part, as in /device-bound");
        }
        List<String> initiators = settings.allowedRefreshInitiators().orElse(List.of());
        for (String initiator : initiators) {
            if (!HOST.matcher(initiator).matches()) {
                throw new ConfigurationException(PREFIX + "allowed-refresh-initiators has an element that is not a host: set"
                        + " names such as www.example.org, *.example.org or *, without scheme and port");
            }
        }
        return new DeviceBoundSettings(path, List.copyOf(initiators));
    }
}
