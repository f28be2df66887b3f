package io.quarkiverse.usersession.deployment;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of an application in development and test mode. It is the same each time this project starts on this machine, so
 * that a restart signs nobody out. Other projects have other secrets, because they must not accept the sign-ins of this one.
 */
final class DevelopmentSecret {

    private static final String HMAC = "HmacSHA256";

    private DevelopmentSecret() {
    }

    /** @param machineSecret keeps others from computing it */
    static String of(String machineSecret, String applicationName, Path outputDirectory) {
        String project = "quarkus-user-session|" + applicationName + "|" + outputDirectory.toAbsolutePath().normalize();
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(machineSecret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(project.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks " + HMAC, e);
        }
    }
}
