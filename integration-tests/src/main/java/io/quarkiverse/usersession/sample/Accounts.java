package io.quarkiverse.usersession.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who may sign in. It stands for the user database of a real application: customers need no password, and there is one
 * shopkeeper.
 */
@ApplicationScoped
class Accounts {

    static final int MAX_NAME_LENGTH = 60;
    static final String SHOPKEEPER = "Shopkeeper";

    private static final Set<String> CUSTOMER = Set.of();
    private static final Set<String> ADMIN = Set.of("admin");

    private final byte[] password;

    Accounts(@ConfigProperty(name = "shop.shopkeeper-password") String password) {
        this.password = password.getBytes(StandardCharsets.UTF_8);
    }

    /** The roles of who has this name and password, or empty if nobody has. */
    Optional<Set<String>> check(String name, String password) {
        String stripped = name == null ? "" : name.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_NAME_LENGTH) {
            return Optional.empty();
        }
        if (!stripped.equalsIgnoreCase(SHOPKEEPER)) {
            return Optional.of(CUSTOMER);
        }
        byte[] given = (password == null ? "" : password).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, this.password) ? Optional.of(ADMIN) : Optional.empty();
    }
}
