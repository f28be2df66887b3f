package io.quarkiverse.usersession.runtime.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.crypto.AEADBadTagException;

import io.quarkiverse.usersession.runtime.crypto.CookieKey;
import io.quarkiverse.usersession.runtime.crypto.KeyPurpose;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.crypto.Xaes256Gcm;

/**
 * Seals a value that a session keeps in another store, and opens it again. All integers are big-endian.
 *
 * <pre>
 * message         = 0x01 | keyId[4] | nonce[24] | XAES-256-GCM(JSON object, UTF-8) incl. tag[16]
 * JSON object     = {"": value}
 * associated data = 0x01 | keyId[4] | u16 length of the session's name | name, UTF-8
 *                 | u32 length of the key | key, UTF-8 | reference, 44 characters, ASCII
 * </pre>
 *
 * The cryptographic keys have a purpose of their own, and session, key and reference are authenticated. So a value that was
 * moved or copied in the store can't be opened.
 */
public final class StoredFormat {

    private static final byte VERSION = 1;
    private static final int KEY_ID_AT = 1;
    private static final int NONCE_AT = KEY_ID_AT + Integer.BYTES;
    private static final int JSON_AT = NONCE_AT + Xaes256Gcm.NONCE_BYTES;
    private static final int OVERHEAD = JSON_AT + Xaes256Gcm.TAG_BYTES;
    private static final String VALUE = "";
    private static final int OBJECT = "{\"\":}".length();

    private final byte[] session;
    private final KeyRing keys;
    private final Randomness random;
    private final JsonObject json = new JsonObject();

    /** @param keys the keys of the session, for any purpose */
    public StoredFormat(String session, KeyRing keys, Randomness random) {
        this.session = session.getBytes(StandardCharsets.UTF_8);
        this.keys = keys.forPurpose(KeyPurpose.STORED_VALUE);
        this.random = random;
    }

    /** The content for {@link #seal}, with room around it. */
    public byte[] content(Object plain) {
        return json.write(Map.of(VALUE, plain), JSON_AT, Xaes256Gcm.TAG_BYTES);
    }

    /** The size of the value as JSON, in bytes. */
    public int jsonBytes(byte[] content) {
        return content.length - OVERHEAD - OBJECT;
    }

    /** @param content not changed, so that it can be sealed again */
    public byte[] seal(byte[] content, String key, StoredReference reference) {
        return sealInPlace(content.clone(), key, reference);
    }

    private byte[] sealInPlace(byte[] message, String key, StoredReference reference) {
        CookieKey current = keys.current();
        byte[] nonce = new byte[Xaes256Gcm.NONCE_BYTES];
        random.nextBytes(nonce);
        ByteBuffer.wrap(message).put(VERSION).putInt(current.id()).put(nonce);
        current.cipher().seal(message, NONCE_AT, message.length - OVERHEAD, associatedData(current, key, reference));
        return message;
    }

    /**
     * Decrypts the message in place. It never throws an exception, whatever the message is.
     *
     * @return null if it was not sealed for this key and reference with one of the keys
     */
    public StoredContent open(byte[] message, String key, StoredReference reference) {
        if (message.length < OVERHEAD || message[0] != VERSION) {
            return null;
        }
        CookieKey known = keys.find(ByteBuffer.wrap(message).getInt(KEY_ID_AT));
        if (known == null) {
            return null;
        }
        try {
            int bytes = known.cipher().open(message, NONCE_AT, associatedData(known, key, reference));
            Object value = json.read(message, JSON_AT, bytes).get(VALUE);
            return value == null ? null : new StoredContent(value, known == keys.current());
        } catch (AEADBadTagException | IOException e) {
            return null;
        }
    }

    private byte[] associatedData(CookieKey key, String name, StoredReference reference) {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        byte[] referenceBytes = reference.toEntry().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer
                .allocate(1 + Integer.BYTES + Short.BYTES + session.length + Integer.BYTES + nameBytes.length
                        + referenceBytes.length)
                .put(VERSION).putInt(key.id()).putShort((short) session.length).put(session).putInt(nameBytes.length)
                .put(nameBytes).put(referenceBytes).array();
    }
}
