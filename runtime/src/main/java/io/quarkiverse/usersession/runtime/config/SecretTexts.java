package io.quarkiverse.usersession.runtime.config;

import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The secrets that count for one session. Not a record, as its text would have them in it.
 */
public final class SecretTexts {

    private final String owner;
    private final Optional<String> secret;
    private final List<String> accepted;

    private SecretTexts(String owner, Optional<String> secret, List<String> accepted) {
        this.owner = owner;
        this.secret = secret;
        this.accepted = accepted;
    }

    /**
     * The secrets of a session. If it has any of its own, the accepted secrets of the default session don't count.
     *
     * @param session its name, {@link UserSessionConfig#DEFAULT_SESSION} for the default one
     * @throws ConfigurationException if an accepted secret can't have been meant as it is
     */
    public static SecretTexts of(UserSessionConfig config, String session) {
        SessionConfig own = EffectiveConfig.of(config, session).own();
        boolean hasOwn = own.secret().isPresent() || own.acceptedSecrets().isPresent();
        String owner = hasOwn ? session : UserSessionConfig.DEFAULT_SESSION;
        EffectiveConfig settings = EffectiveConfig.of(config, owner);
        return new SecretTexts(owner, settings.get(SessionConfig::secret), SecretSpelling.list(
                ConfigKeys.of(owner).key("accepted-secrets"), settings.own().acceptedSecrets().orElse(List.of())));
    }

    /** The session for which they are configured: this one, or the default session. */
    String owner() {
        return owner;
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
