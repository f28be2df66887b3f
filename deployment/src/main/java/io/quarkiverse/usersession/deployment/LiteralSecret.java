package io.quarkiverse.usersession.deployment;

import java.util.regex.Pattern;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.config.SecretRules;
import io.quarkiverse.usersession.runtime.config.SessionSecrets;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;

/**
 * Looks for secrets that are written out in the application's own configuration files, and so in its repository and in every
 * copy of its jar.
 */
final class LiteralSecret {

    private static final Logger LOG = Logger.getLogger(LiteralSecret.class);

    private static final Pattern APPLICATION_FILE = Pattern.compile("\\bapplication(-[\\w-]+)?\\.(properties|ya?ml)\\b");

    // of the unnamed session and of named ones; not import.secrets, which another system has chosen
    private static final Pattern SECRET_KEY = Pattern.compile(UserSessionConfig.SECRET_VARIABLE + "|"
            + Pattern.quote(UserSessionConfig.PREFIX + ".")
            + "(\"[^\"]+\"\\.|[^.\"]+\\.)?(secret|accepted-secrets)(\\[\\d+])?");

    private static final Pattern LIST_SEPARATOR = Pattern.compile("(?<!\\\\),");

    private LiteralSecret() {
    }

    /** @throws ConfigurationException if there is one that production would refuse */
    static void check() {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        for (String key : config.getPropertyNames()) {
            if (SECRET_KEY.matcher(key).matches()) {
                ConfigValue value = config.getConfigValue(key);
                if (isWrittenOut(value)) {
                    judge(key, value.getRawValue());
                }
            }
        }
    }

    private static boolean isWrittenOut(ConfigValue value) {
        return value.getRawValue() != null && !value.getRawValue().isEmpty() && !value.getRawValue().contains("${")
                && value.getConfigSourceName() != null && APPLICATION_FILE.matcher(value.getConfigSourceName()).find();
    }

    private static void judge(String key, String text) {
        String[] secrets = key.contains("accepted-secrets") ? LIST_SEPARATOR.split(text) : new String[] { text };
        for (String secret : secrets) {
            SecretRules.weakness(secret).ifPresent(weakness -> {
                throw new ConfigurationException(SessionSecrets.weak(weakness) + ", and take " + key
                        + " out of the application's configuration file");
            });
        }
        LOG.warnf(
                "%s is written out in the application's configuration file, where everybody can read it who has the code or the"
                        + " jar: take it out, and set the environment variable %s instead",
                key, UserSessionConfig.SECRET_VARIABLE);
    }
}
