package io.quarkiverse.usersession.runtime.secret;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Recognizes secrets that somebody could guess. It can't tell that a secret is good: only random bytes make a good one.
 */
public final class SecretRules {

    public static final int MIN_BYTES = 32;

    /** Nobody can try so many secrets. 32 random hexadecimal digits have 128 bits, and a random UUID has 122. */
    private static final int MIN_BITS = 80;

    /** Random bytes save fewer bits than this when they are decoded and described. */
    private static final int CHANCE_BITS = 36;

    private static final int MAX_DIFFERENCES = 8;

    /** How many layers of encoding are undone, such as the base64 of the hexadecimal digits of a hash. */
    private static final int MAX_ENCODINGS = 3;

    private SecretRules() {
    }

    /**
     * Why the secret must not be used, as the end of a sentence that begins with "it"; empty if no reason is known.
     */
    public static Optional<String> weakness(String secret) {
        if (secret.getBytes(StandardCharsets.UTF_8).length < MIN_BYTES) {
            return Optional.of("is shorter than " + MIN_BYTES + " bytes");
        }
        if (PublishedSecrets.has(secret)) {
            return Optional.of("has been published");
        }
        SecretStrength strength = SecretStrength.of(secret);
        if (isRepetition(secret) || strength.bits() < MIN_BITS) {
            return Optional.of("consists of words, sequences or repetitions");
        }
        return weaknessOfDecoded(secret, strength.most(), MAX_ENCODINGS);
    }

    private static Optional<String> weaknessOfDecoded(String secret, double most, int encodings) {
        byte[] bytes = SecretEncodings.decoded(secret);
        if (bytes == null) {
            return Optional.empty();
        }
        if (HashedWords.has(bytes)) {
            return Optional.of("is the hash of a common word");
        }
        String text = SecretEncodings.text(bytes);
        SecretStrength strength = text == null ? SecretStrength.ofBytes(new String(bytes, StandardCharsets.ISO_8859_1))
                : SecretStrength.of(text);
        if (text != null && PublishedSecrets.has(text)
                || Math.min(most, strength.most()) - strength.least() >= CHANCE_BITS && strength.bits() < MIN_BITS) {
            return Optional.of("is an encoding of words, sequences or repetitions");
        }
        return text == null || encodings == 1 ? Optional.empty() : weaknessOfDecoded(text, most, encodings - 1);
    }

    /** Whether the secret is the same text several times, with a few different characters. */
    private static boolean isRepetition(String secret) {
        int length = Math.min(secret.length(), JudgedText.MAX_LENGTH);
        for (int period = 1; period <= length / 2; period++) {
            int different = 0;
            for (int i = period; i < length; i++) {
                if (secret.charAt(i) != secret.charAt(i - period)) {
                    different++;
                }
            }
            if (different <= Math.min(period / 4, MAX_DIFFERENCES)) {
                return true;
            }
        }
        return false;
    }
}
