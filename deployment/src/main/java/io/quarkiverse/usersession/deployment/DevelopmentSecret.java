package io.quarkiverse.usersession.deployment;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A secret for development and test mode: the same each time this project starts, so that nobody is signed out by a restart,
 * and another one in the next project. Anybody could work it out, so it is never there in production.
 */
final class DevelopmentSecret {

    private DevelopmentSecret() {
    }

    static String of(String applicationName, Path outputDirectory) {
        String project = "quarkus-user-session|" + applicationName + "|" + outputDirectory.toAbsolutePath().normalize();
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(project.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256", e);
        }
    }
}
