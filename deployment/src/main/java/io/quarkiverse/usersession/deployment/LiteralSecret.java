package io.quarkiverse.usersession.deployment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.config.SessionSecrets;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.secret.SecretRules;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Looks for secrets in plain text in the application's own configuration files, which are in its repository and in every copy
 * of its jar.
 */
final class LiteralSecret {

    private static final Logger LOG = Logger.getLogger(LiteralSecret.class);

    // of the default session and of named ones; not import.secrets, which another system has chosen
    private static final Pattern SECRET_KEY = Pattern.compile(UserSessionConfig.SECRET_VARIABLE + "|"
            + Pattern.quote(UserSessionConfig.PREFIX + ".")
            + "(\"[^\"]+\"\\.|[^.\"]+\\.)?(secret|accepted-secrets)(\\[\\d+])?");
    private static final String LIST = ".accepted-secrets";
    private static final Pattern LIST_SEPARATOR = Pattern.compile("(?<!\\\\),");

    private final Set<String> warned = new TreeSet<>();

    private LiteralSecret() {
    }

    /**
     * @param profiles all profiles in which the application may run in production
     * @throws ConfigurationException if production would refuse one of them
     */
    static void check(List<ConfigurationFiles> profiles) {
        LiteralSecret check = new LiteralSecret();
        for (ConfigurationFiles files : profiles) {
            for (String key : files.keys()) {
                if (SECRET_KEY.matcher(key).matches()) {
                    for (Literals.Text text : Literals.of(key, files, SECRET_KEY)) {
                        check.judge(key, text);
                    }
                }
            }
        }
    }

    private void judge(String key, Literals.Text text) {
        // an element of a list with an index is not a list itself
        String[] secrets = key.endsWith(LIST) ? LIST_SEPARATOR.split(text.value()) : new String[] { text.value() };
        for (String element : secrets) {
            String secret = element.replace("\\,", ",").strip();
            if (!secret.isEmpty() && Literals.isComplete(secret)) {
                judge(secret, text.place());
            }
        }
    }

    private void judge(String secret, String place) {
        SecretRules.weakness(secret).ifPresent(weakness -> {
            throw new ConfigurationException(SessionSecrets.weak(weakness) + ", and remove " + place);
        });
        if (warned.add(place)) {
            LOG.warnf(
                    "A session secret is written in plain text as %s, where everybody who has the code or the jar can read it: remove"
                            + " it, and set the environment variable %s instead",
                    place, UserSessionConfig.SECRET_VARIABLE);
        }
    }
}
