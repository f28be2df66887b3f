package io.quarkiverse.usersession.runtime.dev;

import io.quarkiverse.usersession.runtime.crypto.CookieKey;
import io.quarkiverse.usersession.runtime.secret.SecretRules;

/**
 * What can be told about a secret.
 *
 * @param keyId its fingerprint, which is also in each cookie that it has sealed
 * @param current whether it seals new cookies, and does not only open them
 * @param developmentDefault whether development mode has brought it
 * @param weakness why production would refuse it, as the end of a sentence that begins with "it"; null if it would not
 */
record SecretView(String keyId, boolean current, boolean developmentDefault, String weakness) {

    static SecretView of(String secret, boolean current, DevelopmentSecretCheck developmentSecret) {
        return new SecretView(keyId(CookieKey.of(secret).id()), current, developmentSecret.isDevelopmentSecret(secret),
                SecretRules.weakness(secret).orElse(null));
    }

    static String keyId(int id) {
        return String.format("%08x", id);
    }
}
