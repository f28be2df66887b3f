package io.quarkiverse.usersession.redis.runtime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The keys of users: {@code <prefix>:{hash of the name}}. A hash needs no encoding, whatever characters are in the name. All
 * hashes have the same length, so keys with different prefixes can't be equal. The braces make each key a hash tag of its own
 * (Redis Cluster specification).
 */
final class UserKeys {

    // begins no text in UTF-8
    private static final byte ILL_FORMED = (byte) 0xFF;

    private final String prefix;

    UserKeys(String prefix) {
        this.prefix = prefix + ":{";
    }

    String key(String principal) {
        MessageDigest sha256 = sha256();
        try {
            sha256.update(StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(principal)));
        } catch (CharacterCodingException e) {
            // a half of a surrogate pair: getBytes would make a question mark of it, which another user may be called
            sha256.update(ILL_FORMED);
            sha256.update(units(principal));
        }
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(sha256.digest()) + '}';
    }

    private static ByteBuffer units(String text) {
        ByteBuffer units = ByteBuffer.allocate(text.length() * Character.BYTES);
        for (int i = 0; i < text.length(); i++) {
            units.putChar(text.charAt(i));
        }
        return units.flip();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
