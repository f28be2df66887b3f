package io.quarkiverse.usersession.runtime.dev;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkus.devui.runtime.config.ConfigDescriptionBean;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.devmode.ConfigDescription;
import io.smallrye.config.ConfigValue;

/**
 * Keeps the secrets of sessions out of Quarkus' own configuration page and out of the Dev MCP tool that lists all values.
 * Quarkus collects the values once, when the application starts. With the secret keys of SmallRye Config, the whole page would
 * fail.
 */
@Singleton
public class ConfigurationMask {

    private static final String MASK = "********";

    // shorter texts would be found in values that have nothing to do with them
    private static final int MIN_PART = 8;

    private static final Pattern SECRET_KEY = Pattern.compile(Pattern.quote(UserSessionConfig.PREFIX + ".")
            + "(.+\\.)?(secret|accepted-secrets|import\\.secrets|import\\.block-keys)(\\[\\d+])?");

    void mask(@Observes StartupEvent started, UserSessionConfig config, Instance<ConfigDescriptionBean> page) {
        if (page.isResolvable()) {
            Set<String> secrets = secrets(config);
            page.get().getAllConfig().forEach(description -> mask(description, secrets));
        }
    }

    private static void mask(ConfigDescription description, Set<String> secrets) {
        ConfigValue value = description.getConfigValue();
        if (value == null || value.getRawValue() == null) {
            return;
        }
        // by its value too, as it may come from another key or an environment variable
        if (SECRET_KEY.matcher(description.getName()).matches() || tells(value.getValue(), secrets)
                || tells(value.getRawValue(), secrets)) {
            description.setConfigValue(masked(value));
        }
    }

    private static boolean tells(String text, Set<String> secrets) {
        return text != null && secrets.stream()
                .anyMatch(secret -> secret.length() < MIN_PART ? text.equals(secret) : text.contains(secret));
    }

    /** A text that says where the value comes from, but nothing about the value itself. */
    private static ConfigValue masked(ConfigValue value) {
        return ConfigValue.builder()
                .withName(value.getName())
                .withValue(MASK)
                .withRawValue(MASK)
                .withProfile(value.getProfile())
                .withConfigSourceName(value.getConfigSourceName())
                .withConfigSourceOrdinal(value.getConfigSourceOrdinal())
                .withConfigSourcePosition(value.getConfigSourcePosition())
                .withLineNumber(value.getLineNumber())
                .build();
    }

    private static Set<String> secrets(UserSessionConfig config) {
        Set<String> secrets = new HashSet<>();
        config.sessions().values().forEach(session -> {
            session.secret().ifPresent(secrets::add);
            session.acceptedSecrets().ifPresent(secrets::addAll);
            session.importing().secrets().ifPresent(secrets::addAll);
            session.importing().blockKeys().ifPresent(secrets::add);
        });
        return secrets;
    }
}
