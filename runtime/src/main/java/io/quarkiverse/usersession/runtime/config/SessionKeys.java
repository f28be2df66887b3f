package io.quarkiverse.usersession.runtime.config;

/**
 * The configuration keys of one session, for messages.
 *
 * @param prefix of the keys, with its dot
 */
record SessionKeys(String prefix) {

    static final SessionKeys UNNAMED = new SessionKeys(UserSessionConfig.PREFIX + ".");

    static SessionKeys of(String name) {
        return new SessionKeys(UserSessionConfig.PREFIX + ".\"" + name + "\".");
    }

    String key(String setting) {
        return prefix + setting;
    }
}
