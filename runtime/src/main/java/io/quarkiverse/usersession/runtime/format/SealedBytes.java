package io.quarkiverse.usersession.runtime.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import javax.crypto.AEADBadTagException;

import io.quarkiverse.usersession.runtime.crypto.CookieKey;
import io.quarkiverse.usersession.runtime.crypto.KeyPurpose;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.crypto.Xaes256Gcm;

/**
 * Seals a few bytes for one purpose and one place into a base64url text, and opens it again. All integers are big-endian.
 *
 * <pre>
 * text            = base64url-nopad( 0x01 | keyId[4] | nonce[24] | XAES-256-GCM(content) incl. tag[16] )
 * associated data = 0x01 | keyId[4] | u16 length of the place | place, UTF-8
 * </pre>
 *
 * Each purpose has its own key, and the place, such as a cookie's name, is authenticated. So what is sealed for one purpose and
 * place is not accepted anywhere else.
 */
public final class SealedBytes {

    private static final byte VERSION = 1;
    private static final int KEY_ID_AT = 1;
    private static final int NONCE_AT = KEY_ID_AT + Integer.BYTES;
    private static final int CONTENT_AT = NONCE_AT + Xaes256Gcm.NONCE_BYTES;
    private static final int OVERHEAD = CONTENT_AT + Xaes256Gcm.TAG_BYTES;

    private final byte[] place;
    private final KeyRing keys;
    private final Randomness random;
    private final int minContent;
    private final int maxContent;

    /**
     * @param place what is authenticated with the content
     * @param keys the keys of the session, for any purpose
     * @param minContent the smallest number of bytes of content
     * @param maxContent the largest number of bytes of content
     */
    public SealedBytes(KeyPurpose purpose, String place, KeyRing keys, Randomness random, int minContent, int maxContent) {
        this.place = place.getBytes(StandardCharsets.UTF_8);
        this.keys = keys.forPurpose(purpose);
        this.random = random;
        this.minContent = minContent;
        this.maxContent = maxContent;
    }

    /** @throws IllegalArgumentException if the content has fewer or more bytes than allowed */
    public String seal(byte[] content) {
        if (content.length < minContent || content.length > maxContent) {
            throw new IllegalArgumentException("The content must have " + minContent + " to " + maxContent + " bytes");
        }
        CookieKey key = keys.current();
        byte[] nonce = new byte[Xaes256Gcm.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] message = new byte[OVERHEAD + content.length];
        ByteBuffer.wrap(message).put(VERSION).putInt(key.id()).put(nonce).put(content);
        key.cipher().seal(message, NONCE_AT, content.length, associatedData(key));
        return CanonicalBase64.URL.encode(message);
    }

    /**
     * Checks the looks of a text of any origin. This costs no decryption, so a request may bring any number of such texts.
     *
     * @return the message that {@link #open} must decrypt; null if its looks, or the id of its key, show that it is not ours
     */
    public byte[] look(String text) {
        byte[] message = decode(text);
        return message == null || keys.find(keyId(message)) == null ? null : message;
    }

    /** Whether a text looks as if it was sealed with a key that we don't have. */
    public boolean isOfUnknownKey(String text) {
        byte[] message = decode(text);
        return message != null && keys.find(keyId(message)) == null;
    }

    private byte[] decode(String text) {
        int characters = text.length();
        if (characters < CanonicalBase64.encodedLength(OVERHEAD + minContent)
                || characters > CanonicalBase64.encodedLength(OVERHEAD + maxContent)
                || text.charAt(0) != 'A') {
            return null; // what is of version 1 begins with A
        }
        byte[] message = CanonicalBase64.URL.decode(text);
        return message == null || message.length < OVERHEAD + minContent || message[0] != VERSION ? null : message;
    }

    /**
     * Decrypts the message in place, so this works only once.
     *
     * @param message the result of {@link #look}
     * @return the content; null if it was sealed with another key, or for another purpose or place
     */
    public ByteBuffer open(byte[] message) {
        CookieKey key = keys.find(keyId(message));
        try {
            int bytes = key.cipher().open(message, NONCE_AT, associatedData(key));
            return ByteBuffer.wrap(message, CONTENT_AT, bytes).slice();
        } catch (AEADBadTagException e) {
            return null;
        }
    }

    /** Whether it was sealed with the current secret instead of an accepted one. */
    public boolean isOfCurrentKey(byte[] message) {
        return keyId(message) == keys.current().id();
    }

    private static int keyId(byte[] message) {
        return ByteBuffer.wrap(message).getInt(KEY_ID_AT);
    }

    private byte[] associatedData(CookieKey key) {
        return ByteBuffer.allocate(1 + Integer.BYTES + Short.BYTES + place.length)
                .put(VERSION).putInt(key.id()).putShort((short) place.length).put(place).array();
    }
}
