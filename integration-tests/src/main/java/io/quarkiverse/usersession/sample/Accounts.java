package io.quarkiverse.usersession.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The users who may sign in. It stands for the user database of a real application. Customers need no password, and there is
 * one shopkeeper, whose password is in memory: after a restart it is the configured one again.
 */
@ApplicationScoped
class Accounts {

    static final int MAX_NAME_LENGTH = 60;
    static final int MIN_PASSWORD_LENGTH = 8;
    static final int MAX_PASSWORD_LENGTH = 100;
    static final String SHOPKEEPER = "Shopkeeper";

    /** @param name the unique name of this user, however it was typed: sign-ins are listed and ended by it */
    record User(String name, Set<String> roles) {
    }

    private byte[] password;

    Accounts(@ConfigProperty(name = "shop.shopkeeper-password") String password) {
        this.password = bytes(password);
    }

    /** The user with this name and password; empty if there is none. */
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

    /** @return false if the old password is wrong, so that nothing was changed */
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
