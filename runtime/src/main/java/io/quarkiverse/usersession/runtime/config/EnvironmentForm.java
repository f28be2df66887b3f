package io.quarkiverse.usersession.runtime.config;

import java.util.Collection;
import java.util.Locale;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;

/**
 * The form of a text in the name of an environment variable: in upper case, with an underscore for each character that is
 * neither an ASCII letter nor a digit. Different texts can have the same form.
 */
public final class EnvironmentForm {

    private EnvironmentForm() {
    }

    public static String of(String text) {
        StringBuilder form = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean kept = character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z'
                    || character >= '0' && character <= '9';
            form.append(kept ? character : '_');
        }
        return form.toString().toUpperCase(Locale.ROOT);
    }

    /** A variable that configures the session with this name, or null. */
    public static String variableOf(String session, Collection<String> variables) {
        String bare = of(UserSessionConfig.PREFIX) + "_" + of(session) + "_";
        String quoted = of(UserSessionConfig.PREFIX) + "__" + of(session) + "__";
        for (String variable : variables) {
            String form = of(variable);
            if (form.startsWith(quoted) || form.startsWith(bare)) {
                return variable;
            }
        }
        return null;
    }

    /** Whether a value comes from an environment variable, or from a line in a {@code .env} file. */
    static boolean isOriginOf(ConfigValue value) {
        return value != null && value.getConfigSourceName() != null
                && value.getConfigSourceName().startsWith(EnvConfigSource.NAME);
    }
}
