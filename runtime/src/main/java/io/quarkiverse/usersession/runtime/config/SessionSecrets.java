package io.quarkiverse.usersession.runtime.config;

import java.util.List;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.config.UserSessionConfig.NamedSessionConfig;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Makes the keys of a session from its configured secrets, or says in one line what to do. Production starts with good secrets
 * or not at all.
 */
public final class SessionSecrets {

    private static final Logger LOG = Logger.getLogger(SessionSecrets.class);

    private static final String FIX = "to a random text of at least " + SecretRules.MIN_BYTES
            + " bytes, for example with: export " + UserSessionConfig.SECRET_VARIABLE + "=\"$(openssl rand -base64 48)\"";
    private static final String SET_MAIN_SECRET = "the environment variable " + UserSessionConfig.SECRET_VARIABLE + " (or "
            + UserSessionConfig.SECRET_KEY + ") " + FIX;

    private final UserSessionConfig config;
    private final boolean production;

    private KeyRing unnamed; // null until it has been asked for

    /** @param production whether weak secrets are refused, and not only warned about */
    public SessionSecrets(UserSessionConfig config, boolean production) {
        this.config = config;
        this.production = production;
    }

    /**
     * The keys of the unnamed session.
     *
     * @throws ConfigurationException if there is no secret, or one that must not be used
     */
    public KeyRing keys() {
        if (unnamed == null) {
            unnamed = unnamedKeys();
        }
        return unnamed;
    }

    private KeyRing unnamedKeys() {
        String secret = config.secret().orElseThrow(() -> new ConfigurationException("The session secret is missing: set "
                + SET_MAIN_SECRET));
        check(SecretSpelling.single("The session secret", secret), "The session secret", "Set " + SET_MAIN_SECRET);
        return keys(secret, SecretTexts.of(config).accepted(), SessionKeys.UNNAMED);
    }

    /**
     * The keys of a named session.
     *
     * @throws ConfigurationException if there is no secret, or one that must not be used
     */
    public KeyRing keys(String name) {
        NamedSessionConfig own = config.named().get(name);
        if (!SecretTexts.hasOwn(own)) {
            return keys();
        }
        SessionKeys keys = SessionKeys.of(name);
        own.secret().ifPresent(secret -> check(SecretSpelling.single(keys.key("secret"), secret), keys.key("secret"),
                "Set it " + FIX));
        SecretTexts texts = SecretTexts.of(config, name);
        return keys(texts.secret().orElseThrow(), texts.accepted(), keys);
    }

    private KeyRing keys(String secret, List<String> accepted, SessionKeys keys) {
        for (String other : accepted) {
            check(other, "A secret of " + keys.key("accepted-secrets"), "Leave it out, or set it " + FIX);
        }
        try {
            return KeyRing.of(secret, accepted);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("Two secrets of " + keys.key("secret") + " and " + keys.key("accepted-secrets")
                    + " happen to have the same key id, which is one chance in four billion: replace one of them");
        }
    }

    private void check(String secret, String what, String fix) {
        SecretRules.weakness(secret).ifPresent(weakness -> {
            String message = what + " is too weak: it " + weakness + ". " + fix;
            if (production) {
                throw new ConfigurationException(message);
            }
            LOG.warn(message + ". Production would not start with it");
        });
    }

    /** What to do about an unnamed session's secret that is too weak. */
    public static String weak(String weakness) {
        return "The session secret is too weak: it " + weakness + ". Set " + SET_MAIN_SECRET;
    }
}
