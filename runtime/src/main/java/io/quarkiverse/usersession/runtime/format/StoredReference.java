package io.quarkiverse.usersession.runtime.format;

import io.quarkiverse.usersession.runtime.crypto.Randomness;

/**
 * The reference of a session to a value in another store: 128 random bits for all values under a key since it was last empty,
 * and 128 random bits for this value. Values are never changed, so each new value has another version.
 *
 * @param family 22 characters of base64url
 * @param version likewise
 */
public record StoredReference(String family, String version) {

    private static final int BYTES = 16;
    private static final int CHARACTERS = CanonicalBase64.encodedLength(BYTES);

    /** A reference for the first value under a key. */
    public static StoredReference first(Randomness random) {
        return new StoredReference(random(random), random(random));
    }

    /** A reference for the value that replaces this one. */
    public StoredReference next(Randomness random) {
        return new StoredReference(family, random(random));
    }

    private static String random(Randomness random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return CanonicalBase64.URL.encode(bytes);
    }

    /** @return null if it is not a reference */
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

    /** The text in the session. */
    public String toEntry() {
        return family + version;
    }

    /** Leaves out the reference, because this text may end up in a log. */
    @Override
    public String toString() {
        return "StoredReference";
    }
}
