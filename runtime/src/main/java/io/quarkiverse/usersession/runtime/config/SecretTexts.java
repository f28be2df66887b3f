package io.quarkiverse.usersession.runtime.config;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.usersession.runtime.config.UserSessionConfig.NamedSessionConfig;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The secrets that count for one session. Not a record, as its text would have them in it.
 */
public final class SecretTexts {

    private final Optional<String> secret;
    private final List<String> accepted;

    private SecretTexts(Optional<String> secret, SessionKeys keys, Optional<List<String>> accepted) {
        this.secret = secret;
        this.accepted = SecretSpelling.list(keys.key("accepted-secrets"), accepted.orElse(List.of()));
    }

    /**
     * Those of the unnamed session.
     *
     * @throws ConfigurationException if an accepted secret can't have been meant as it is
     */
    public static SecretTexts of(UserSessionConfig config) {
        return new SecretTexts(config.secret(), SessionKeys.UNNAMED, config.acceptedSecrets());
    }

    /** Those of a named session: if it has any of its own, the accepted ones of the unnamed session don't count. */
    public static SecretTexts of(UserSessionConfig config, String name) {
        NamedSessionConfig own = config.named().get(name);
        return hasOwn(own) ? new SecretTexts(own.secret().or(config::secret), SessionKeys.of(name), own.acceptedSecrets())
                : of(config);
    }

    static boolean hasOwn(NamedSessionConfig session) {
        return session != null && (session.secret().isPresent() || session.acceptedSecrets().isPresent());
    }

    /** What new cookies are sealed with; empty if it is missing. */
    public Optional<String> secret() {
        return secret;
    }

    /** What else cookies may have been sealed with. */
    public List<String> accepted() {
        return accepted;
    }
}
