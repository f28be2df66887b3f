package io.quarkiverse.usersession.runtime.config;

/**
 * The configuration keys of one session, for messages.
 *
 * @param prefix the prefix of the keys, with its dot
 */
public record ConfigKeys(String prefix) {

    static final ConfigKeys DEFAULT = new ConfigKeys(UserSessionConfig.PREFIX + ".");

    /** @param session the name of the session; {@link UserSessionConfig#DEFAULT_SESSION} for the default session */
    public static ConfigKeys of(String session) {
        return session.equals(UserSessionConfig.DEFAULT_SESSION) ? DEFAULT
                : new ConfigKeys(UserSessionConfig.PREFIX + ".\"" + session + "\".");
    }

    public String key(String setting) {
        return prefix + setting;
    }
}
