package io.quarkiverse.usersession.runtime.config;

import java.util.Optional;

import org.jboss.logging.Logger;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Takes the configured secret, or says in one line what to do. Production starts with a good secret or not at all.
 */
public final class SessionSecret {

    private static final Logger LOG = Logger.getLogger(SessionSecret.class);

    private static final String FIX = "set the environment variable " + UserSessionConfig.SECRET_VARIABLE + " (or "
            + UserSessionConfig.SECRET_KEY + ") to a random text of at least " + SecretRules.MIN_BYTES
            + " bytes, for example with: export " + UserSessionConfig.SECRET_VARIABLE + "=\"$(openssl rand -base64 48)\"";

    private SessionSecret() {
    }

    public static String require(Optional<String> secret, boolean production) {
        String value = secret.orElseThrow(() -> new ConfigurationException(
                "The session secret is missing: " + FIX + ". A secret with ${...} in it counts as missing, base64 has none"));
        SecretRules.weakness(value).ifPresent(weakness -> {
            String message = weak(weakness);
            if (production) {
                throw new ConfigurationException(message);
            }
            LOG.warn(message + ". Production would not start with it");
        });
        return value;
    }

    /** What to do about a secret that is too weak. */
    public static String weak(String weakness) {
        return "The session secret is too weak, it " + weakness + ": " + FIX;
    }
}
