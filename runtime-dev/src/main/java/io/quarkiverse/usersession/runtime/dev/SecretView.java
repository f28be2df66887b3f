package io.quarkiverse.usersession.runtime.dev;

import io.quarkiverse.usersession.runtime.crypto.CookieKey;
import io.quarkiverse.usersession.runtime.secret.SecretRules;

/**
 * What may be shown about a secret.
 *
 * @param keyId the fingerprint of the secret, which is also in each cookie that it has sealed
 * @param current whether it seals new cookies, instead of only opening them
 * @param developmentDefault whether it is the default of development mode
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
