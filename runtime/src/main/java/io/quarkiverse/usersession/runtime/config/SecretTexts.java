package io.quarkiverse.usersession.runtime.config;

import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The secrets of one session. This is not a record, because the text of a record would contain them.
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
     * The secrets of a session. If it has any of its own, the accepted secrets of the default session are not used.
     *
     * @param session the name of the session; {@link UserSessionConfig#DEFAULT_SESSION} for the default session
     * @throws ConfigurationException if nobody can have meant an accepted secret like this
     */
    public static SecretTexts of(UserSessionConfig config, String session) {
        SessionConfig own = EffectiveConfig.of(config, session).own();
        boolean hasOwn = own.secret().isPresent() || own.acceptedSecrets().isPresent();
        String owner = hasOwn ? session : UserSessionConfig.DEFAULT_SESSION;
        EffectiveConfig settings = EffectiveConfig.of(config, owner);
        return new SecretTexts(owner, settings.get(SessionConfig::secret), SecretSpelling.list(
                ConfigKeys.of(owner).key("accepted-secrets"), settings.own().acceptedSecrets().orElse(List.of())));
    }

    /** The session whose configuration contains them: this one, or the default session. */
    String owner() {
        return owner;
    }

    /** The secret for new cookies; empty if it is missing. */
    public Optional<String> secret() {
        return secret;
    }

    /** The other secrets whose cookies are accepted. */
    public List<String> accepted() {
        return accepted;
    }
}
