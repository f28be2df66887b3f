package io.quarkiverse.usersession.runtime.config;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a secret that somebody could guess. It can't tell that one is good: only random bytes are.
 */
public final class SecretRules {

    public static final int MIN_BYTES = 32;

    // 32 random hexadecimal digits have 8 or more different ones, but for one secret in 10^8
    private static final int MIN_VARIETY = 8;

    private static final List<String> PLACEHOLDERS = List.of("changeme", "changethis", "replaceme", "replacethis", "secret",
            "password", "passphrase", "placeholder", "example", "default", "qwerty", "asdfgh", "1q2w3e", "letmein",
            "goeshere", "stringhere", "keyhere");

    /** Texts that were published as session secrets and are in use all the same. */
    private static final Set<String> PUBLISHED = Set.of(
            // our README
            "k0bXyWJvO1c7yq5dKz3hTn8sVfR2mLpE4gUaQ6iZxB9eNw+MHtCjGrDlSoYPuFIA",
            // trigger.dev, hosting/docker/.env.example
            "2818143646516f6fffd707b36f334bbb",
            "44da78b7bbb0dfe709cf38931d25dcdd",
            "f686147ab967943ebbe9ed3b496e465a",
            "447c29678f9eaf289e9c4b70d3dd8a7f");

    private SecretRules() {
    }

    /**
     * Why the secret must not be used, as the end of a sentence that begins with "it", or empty if nothing is known against it.
     */
    public static Optional<String> weakness(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < MIN_BYTES) {
            return Optional.of("is shorter than " + MIN_BYTES + " bytes");
        }
        if (PUBLISHED.contains(secret.strip()) || PUBLISHED.contains(secret.strip().toLowerCase(Locale.ROOT))) {
            return Optional.of("has been published");
        }
        if (isPlaceholder(secret)) {
            return Optional.of("is a placeholder");
        }
        if (isMonotonous(bytes) || isRepetition(bytes)) {
            return Optional.of("has too little variety");
        }
        return Optional.empty();
    }

    private static boolean isPlaceholder(String secret) {
        String letters = secret.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return PLACEHOLDERS.stream().anyMatch(letters::contains);
    }

    /** Few different bytes, or few different steps from one to the next, as in "abcdefgh…". */
    private static boolean isMonotonous(byte[] bytes) {
        BitSet values = new BitSet();
        BitSet steps = new BitSet();
        for (int i = 0; i < bytes.length; i++) {
            values.set(bytes[i] & 0xff);
            if (i > 0) {
                steps.set(bytes[i] - bytes[i - 1] & 0xff);
            }
        }
        return values.cardinality() < MIN_VARIETY || steps.cardinality() < MIN_VARIETY;
    }

    /** The same text again and again, with a few bytes that differ. */
    private static boolean isRepetition(byte[] bytes) {
        for (int period = 1; period <= bytes.length / 2; period++) {
            int different = 0;
            for (int i = period; i < bytes.length; i++) {
                if (bytes[i] != bytes[i - period]) {
                    different++;
                }
            }
            if (different <= (bytes.length - period) / 4) {
                return true;
            }
        }
        return false;
    }
}
