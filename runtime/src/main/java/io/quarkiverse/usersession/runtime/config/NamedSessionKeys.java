package io.quarkiverse.usersession.runtime.config;

import java.io.Serial;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;

/**
 * Gives each setting of an injected named session a single key, {@code quarkus.user-session."my-wizard".max-age}, even if it is
 * written without the quotes, or as the environment variable {@code QUARKUS_USER_SESSION__MY_WIZARD__MAX_AGE}. SmallRye Config
 * can't know whether that means {@code my-wizard}, {@code my.wizard} or {@code my wizard}, but the build knows the names.
 */
final class NamedSessionKeys implements ConfigSourceInterceptor {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String PREFIX = UserSessionConfig.PREFIX + ".";

    private final String[] sessions;
    private final String[] forms; // of the sessions' names
    private final String[] settings;

    /**
     * @param sessions the names of the injected sessions
     * @param settings the settings of a named session, such as {@code cookie.name}
     */
    NamedSessionKeys(String[] sessions, String[] settings) {
        this.sessions = sessions;
        this.settings = settings;
        this.forms = new String[sessions.length];
        for (int i = 0; i < sessions.length; i++) {
            forms[i] = EnvironmentForm.of(sessions[i]);
        }
    }

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String key) {
        if (key.startsWith(PREFIX)) {
            for (String session : sessions) {
                String setting = settingOf(session, key);
                if (setting != null) {
                    return value(context, session, setting);
                }
            }
        }
        return context.proceed(key);
    }

    private static ConfigValue value(ConfigSourceInterceptorContext context, String session, String setting) {
        ConfigValue quoted = context.proceed(quoted(session) + setting);
        ConfigValue bare = canBeBare(session) ? context.proceed(PREFIX + session + "." + setting) : null;
        if (quoted == null || bare == null) {
            return quoted == null ? bare : quoted;
        }
        return bare.getConfigSourceOrdinal() > quoted.getConfigSourceOrdinal() ? bare : quoted;
    }

    @Override
    public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
        Set<String> keys = new LinkedHashSet<>();
        Iterator<String> written = context.iterateNames();
        while (written.hasNext()) {
            String key = written.next();
            if (!key.startsWith(PREFIX) || !addSettings(keys, context, key)) {
                keys.add(key);
            }
        }
        for (String session : sessions) {
            for (String setting : settings) {
                if (!keys.contains(quoted(session) + setting) && value(context, session, setting) != null) {
                    keys.add(quoted(session) + setting);
                }
            }
        }
        return keys.iterator();
    }

    /** The settings of injected sessions that a key can mean. An environment variable can mean several. */
    private boolean addSettings(Set<String> keys, ConfigSourceInterceptorContext context, String key) {
        for (String session : sessions) {
            String setting = settingOf(session, key);
            if (setting != null) {
                keys.add(quoted(session) + setting);
                return true;
            }
        }
        int end = endOfName(key);
        if (end < 0 || !EnvironmentForm.isOriginOf(context.proceed(key))) {
            return false;
        }
        boolean found = false;
        String form = EnvironmentForm.of(unquoted(key.substring(PREFIX.length(), end)));
        for (int i = 0; i < sessions.length; i++) {
            if (forms[i].equals(form)) {
                keys.add(quoted(sessions[i]) + key.substring(end + 1));
                found = true;
            }
        }
        return found;
    }

    /** Null if the key is not about this session. */
    private static String settingOf(String session, String key) {
        String quoted = quoted(session);
        if (key.startsWith(quoted)) {
            return key.substring(quoted.length());
        }
        int end = PREFIX.length() + session.length();
        return canBeBare(session) && key.startsWith(session, PREFIX.length()) && key.startsWith(".", end)
                ? key.substring(end + 1)
                : null;
    }

    /** The index of the dot after a session's name; less than zero if there is none. */
    private static int endOfName(String key) {
        if (!key.startsWith("\"", PREFIX.length())) {
            return key.indexOf('.', PREFIX.length());
        }
        int quote = key.indexOf("\".", PREFIX.length() + 1);
        return quote < 0 ? quote : quote + 1;
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1) : name;
    }

    private static String quoted(String session) {
        return PREFIX + "\"" + session + "\".";
    }

    private static boolean canBeBare(String session) {
        return session.indexOf('.') < 0 && session.indexOf('"') < 0 && session.indexOf('[') < 0;
    }
}
