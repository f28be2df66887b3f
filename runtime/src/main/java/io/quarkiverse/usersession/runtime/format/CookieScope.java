package io.quarkiverse.usersession.runtime.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * Distinguishes the cookies of a browser with the same name (RFC 6265 §5.3, step 11, and its partition): cookies with different
 * scopes are different cookies, and setting one doesn't replace the other.
 *
 * @param domain null for a cookie of one host only
 */
public record CookieScope(String domain, String path, boolean partitioned) {

    /** The scope of a cookie for which nothing is configured. */
    public static final CookieScope DEFAULT = new CookieScope(null, "/", false);

    /** Bytes of a {@link #hash} */
    static final int HASH_BYTES = Short.BYTES;

    /** The part that is sealed: the first two bytes of SHA-256( domain or "" | 0x00 | path | 0x00 | "1" or "0" ). */
    public short hash() {
        // browsers compare domains in lower case (RFC 6265 §5.1.2), and paths as they are
        String text = (domain == null ? "" : domain.toLowerCase(Locale.ROOT)) + '\0' + path + '\0' + (partitioned ? '1' : '0');
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getShort();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256", e);
        }
    }
}
