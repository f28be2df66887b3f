package io.quarkiverse.usersession.runtime.dev;

import java.security.SecureRandom;
import java.util.Base64;

import io.quarkiverse.usersession.runtime.config.UserSessionConfig;

/**
 * A secret as {@code openssl rand -base64 48} makes it, and the line that sets it in a shell.
 */
record MadeSecret(String secret, String environment) {

    private static final int BYTES = 48;

    static MadeSecret random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String secret = Base64.getEncoder().encodeToString(bytes);
        return new MadeSecret(secret, "export " + UserSessionConfig.SECRET_VARIABLE + "=\"" + secret + "\"");
    }

    /** Without the secret: this text may end up in a log. */
    @Override
    public String toString() {
        return "MadeSecret";
    }
}
