package io.quarkiverse.usersession.runtime.config;

import java.util.HashMap;
import java.util.Map;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.secret.SecretRules;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Creates the keys of a session from its configured secrets, or says in one line what to do. In production, the application
 * starts only with good secrets.
 */
public final class SessionSecrets {

    private static final Logger LOG = Logger.getLogger(SessionSecrets.class);

    private static final String FIX = "to a random text of at least " + SecretRules.MIN_BYTES
            + " bytes, for example with: export " + UserSessionConfig.SECRET_VARIABLE + "=\"$(openssl rand -base64 48)\"";
    private static final String SET_MAIN_SECRET = "the environment variable " + UserSessionConfig.SECRET_VARIABLE + " (or "
            + UserSessionConfig.SECRET_KEY + ") " + FIX;

    private final UserSessionConfig config;
    private final boolean production;
    private final Map<String, KeyRing> rings = new HashMap<>(); // by the sessions for which their secrets are configured

    /** @param production whether weak secrets are refused instead of only causing a warning */
    public SessionSecrets(UserSessionConfig config, boolean production) {
        this.config = config;
        this.production = production;
    }

    /**
     * The keys of a session. Sessions without secrets of their own share those of the default session.
     *
     * @param session the name of the session; {@link UserSessionConfig#DEFAULT_SESSION} for the default session
     * @throws ConfigurationException if there is no secret, or if one must not be used
     */
    public KeyRing keys(String session) {
        SecretTexts texts = SecretTexts.of(config, session);
        return rings.computeIfAbsent(texts.owner(), owner -> keys(texts));
    }

    private KeyRing keys(SecretTexts texts) {
        ConfigKeys keys = ConfigKeys.of(texts.owner());
        String secret = texts.secret().orElseThrow(() -> new ConfigurationException("The session secret is missing: set "
                + SET_MAIN_SECRET));
        if (texts.owner().equals(UserSessionConfig.DEFAULT_SESSION)) {
            check(SecretSpelling.single("The session secret", secret), "The session secret", "Set " + SET_MAIN_SECRET);
        } else {
            check(SecretSpelling.single(keys.key("secret"), secret), keys.key("secret"), "Set it " + FIX);
        }
        for (String other : texts.accepted()) {
            check(other, "A secret of " + keys.key("accepted-secrets"), "Leave it out, or set it " + FIX);
        }
        try {
            return KeyRing.of(secret, texts.accepted());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("Two secrets of " + keys.key("secret") + " and " + keys.key("accepted-secrets")
                    + " happen to have the same key id, a chance of one in four billion: replace one of them");
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

    /** The message about a weak secret of the default session. */
    public static String weak(String weakness) {
        return "The session secret is too weak: it " + weakness + ". Set " + SET_MAIN_SECRET;
    }
}
