package io.quarkiverse.usersession.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who may sign in. It stands for the user database of a real application: customers need no password, and there is one
 * shopkeeper, whose password is in memory: after a restart it is the configured one again.
 */
@ApplicationScoped
class Accounts {

    static final int MAX_NAME_LENGTH = 60;
    static final int MIN_PASSWORD_LENGTH = 8;
    static final int MAX_PASSWORD_LENGTH = 100;
    static final String SHOPKEEPER = "Shopkeeper";

    /** @param name the one name of this user, whatever has been typed: sign-ins are listed and ended by it */
    record User(String name, Set<String> roles) {
    }

    private byte[] password;

    Accounts(@ConfigProperty(name = "shop.shopkeeper-password") String password) {
        this.password = bytes(password);
    }

    /** The user who has this name and password, or empty if nobody has. */
    Optional<User> check(String name, String password) {
        String stripped = name == null ? "" : name.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_NAME_LENGTH) {
            return Optional.empty();
        }
        if (!stripped.equalsIgnoreCase(SHOPKEEPER)) {
            return Optional.of(new User(stripped, Set.of()));
        }
        return isPassword(password) ? Optional.of(new User(SHOPKEEPER, Set.of("admin"))) : Optional.empty();
    }

    static boolean isGoodPassword(String password) {
        return password != null && password.length() >= MIN_PASSWORD_LENGTH && password.length() <= MAX_PASSWORD_LENGTH;
    }

    /** @return false if the old password is wrong, and nothing has been changed */
    synchronized boolean changePassword(String oldPassword, String newPassword) {
        if (!isPassword(oldPassword)) {
            return false;
        }
        password = bytes(newPassword);
        return true;
    }

    private synchronized boolean isPassword(String given) {
        return MessageDigest.isEqual(bytes(given == null ? "" : given), password);
    }

    private static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }
}
