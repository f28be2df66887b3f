package io.quarkiverse.usersession.runtime.dev;

import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;

/** Distinguishes the default secret of development mode from a configured one. */
final class DevelopmentSecretCheck {

    private final String developmentSecret; // null if another one has taken its place

    DevelopmentSecretCheck(SmallRyeConfig properties) {
        ConfigValue variable = properties.getConfigValue(UserSessionConfig.SECRET_VARIABLE);
        // defaults have the lowest ordinals there are, and so far below zero that nobody configures one of them
        this.developmentSecret = variable.getConfigSourceOrdinal() < 0 ? variable.getValue() : null;
    }

    boolean isDevelopmentSecret(String secret) {
        return secret.equals(developmentSecret);
    }
}
