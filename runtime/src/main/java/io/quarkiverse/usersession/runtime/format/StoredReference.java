package io.quarkiverse.usersession.runtime.format;

import io.quarkiverse.usersession.runtime.crypto.Randomness;

/**
 * What a session knows of a value that is stored elsewhere: 128 random bits for all values that it has had under a key since
 * there was none, and 128 for this one. No value is ever changed, so that a new one has another version.
 *
 * @param family 22 characters of base64url
 * @param version likewise
 */
public record StoredReference(String family, String version) {

    private static final int BYTES = 16;
    private static final int CHARACTERS = CanonicalBase64.encodedLength(BYTES);

    /** The first value under its key. */
    public static StoredReference first(Randomness random) {
        return new StoredReference(random(random), random(random));
    }

    /** The one that takes the place of this one. */
    public StoredReference next(Randomness random) {
        return new StoredReference(family, random(random));
    }

    private static String random(Randomness random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return CanonicalBase64.URL.encode(bytes);
    }

    /** @return null if it is none */
    public static StoredReference of(Object entry) {
        if (entry instanceof String text && text.length() == 2 * CHARACTERS) {
            String family = text.substring(0, CHARACTERS);
            String version = text.substring(CHARACTERS);
            return isOne(family) && isOne(version) ? new StoredReference(family, version) : null;
        }
        return null;
    }

    private static boolean isOne(String text) {
        byte[] bytes = CanonicalBase64.URL.decode(text);
        return bytes != null && bytes.length == BYTES;
    }

    /** As it is kept in the session. */
    public String toEntry() {
        return family + version;
    }

    /** Without the reference: this text may end up in a log. */
    @Override
    public String toString() {
        return "StoredReference";
    }
}
