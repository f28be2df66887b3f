package io.quarkiverse.usersession.runtime.dev;

import java.security.SecureRandom;
import java.util.Base64;

import io.quarkiverse.usersession.runtime.config.UserSessionConfig;

/**
 * A random secret, like that of {@code openssl rand -base64 48}, and the line that sets it in a shell.
 */
record GeneratedSecret(String secret, String environment) {

    private static final int BYTES = 48;

    static GeneratedSecret random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String secret = Base64.getEncoder().encodeToString(bytes);
        return new GeneratedSecret(secret, "export " + UserSessionConfig.SECRET_VARIABLE + "=\"" + secret + "\"");
    }

    /** Leaves out the secret, because this text may end up in a log. */
    @Override
    public String toString() {
        return "GeneratedSecret";
    }
}
