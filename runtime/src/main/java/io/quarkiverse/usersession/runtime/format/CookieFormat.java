package io.quarkiverse.usersession.runtime.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.crypto.AEADBadTagException;

import io.quarkiverse.usersession.runtime.crypto.CookieKey;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.crypto.Xaes256Gcm;

/**
 * Format version 1: seals the content of a session into a cookie value and opens it again. All integers are big-endian.
 *
 * <pre>
 * value           = base64url-nopad( 0x01 | keyId[4] | nonce[24] | XAES-256-GCM(plaintext) incl. tag[16] )
 * plaintext       = flags[1] | id[12] | createdAt u32 | issuedAt u32 | lifetime u32 | JSON object, UTF-8
 * associated data = 0x01 | keyId[4] | u16 length of the cookie name | cookie name, UTF-8
 * </pre>
 *
 * The cookie name is authenticated so that no cookie passes for one of another session, its length so that no two names run
 * into what follows.
 */
public final class CookieFormat {

    static final byte VERSION = 1;

    /** Name and value together, in bytes: RFC 6265bis §5.6, step 6 */
    public static final int MAX_COOKIE_BYTES = 4096;

    private static final int ID_BYTES = 12;
    private static final int KEY_ID_AT = 1;
    private static final int NONCE_AT = KEY_ID_AT + Integer.BYTES;
    private static final int CIPHERTEXT_AT = NONCE_AT + Xaes256Gcm.NONCE_BYTES;
    private static final int JSON_AT = 1 + ID_BYTES + 3 * Integer.BYTES;
    private static final int OVERHEAD = CIPHERTEXT_AT + JSON_AT + Xaes256Gcm.TAG_BYTES;

    private static final int FLAG_OWN_LIFETIME = 1;

    private final byte[] cookieName;
    private final KeyRing keys;
    private final Randomness random;
    private final JsonObject json = new JsonObject();

    public CookieFormat(String cookieName, KeyRing keys, Randomness random) {
        this.cookieName = cookieName.getBytes(StandardCharsets.UTF_8);
        this.keys = keys;
        this.random = random;
    }

    /** A new session id: 96 random bits as base64url. */
    public String newId() {
        return Base64Url.encode(randomBytes(ID_BYTES));
    }

    /** How many bytes the cookie's name and value have together when it carries these entries. */
    public int cookieBytes(Map<String, Object> entries) {
        return cookieName.length + Base64Url.encodedLength(OVERHEAD + json.bytes(entries));
    }

    /** How many bytes one value adds to the JSON. */
    public int jsonBytes(String entryKey, Object value) {
        return json.bytes(Map.of(entryKey, value)) - "{}".length();
    }

    /** The value of a cookie that carries this content, sealed with the current key. */
    public String seal(SessionContent content) {
        CookieKey key = keys.current();
        byte[] message = json.write(content.entries(), CIPHERTEXT_AT + JSON_AT, Xaes256Gcm.TAG_BYTES);
        ByteBuffer.wrap(message)
                .put(VERSION)
                .putInt(key.id())
                .put(randomBytes(Xaes256Gcm.NONCE_BYTES))
                .put((byte) (content.ownLifetime() ? FLAG_OWN_LIFETIME : 0))
                .put(Base64Url.decode(content.id()))
                .putInt((int) content.createdAt())
                .putInt((int) content.issuedAt())
                .putInt((int) content.lifetime());
        key.cipher().seal(message, NONCE_AT, message.length - CIPHERTEXT_AT - Xaes256Gcm.TAG_BYTES, associatedData(key.id()));
        return Base64Url.encode(message);
    }

    /** Opens a cookie value of any origin. It never throws, and there is no other way in. */
    public OpenedCookie open(String value) {
        if (cookieName.length + value.length() > MAX_COOKIE_BYTES) {
            return OpenedCookie.TOO_LONG;
        }
        byte[] message = Base64Url.decode(value);
        if (message == null || message.length < OVERHEAD || message[0] != VERSION) {
            return OpenedCookie.DAMAGED;
        }
        int keyId = ByteBuffer.wrap(message).getInt(KEY_ID_AT);
        CookieKey key = keys.find(keyId);
        if (key == null) {
            return OpenedCookie.UNKNOWN_KEY;
        }
        try {
            int plaintextBytes = key.cipher().openInPlace(message, NONCE_AT, associatedData(keyId));
            SessionContent content = content(ByteBuffer.wrap(message, CIPHERTEXT_AT, plaintextBytes));
            return OpenedCookie.valid(content, key == keys.current());
        } catch (AEADBadTagException | IOException e) {
            return OpenedCookie.DAMAGED;
        }
    }

    private SessionContent content(ByteBuffer plaintext) throws IOException {
        int flags = plaintext.get();
        if ((flags & ~FLAG_OWN_LIFETIME) != 0) {
            throw new IOException("flags of a later format");
        }
        byte[] id = new byte[ID_BYTES];
        plaintext.get(id);
        long createdAt = Integer.toUnsignedLong(plaintext.getInt());
        long issuedAt = Integer.toUnsignedLong(plaintext.getInt());
        long lifetime = Integer.toUnsignedLong(plaintext.getInt());
        return new SessionContent(Base64Url.encode(id), createdAt, issuedAt, lifetime, flags == FLAG_OWN_LIFETIME,
                json.read(plaintext.array(), plaintext.position(), plaintext.remaining()));
    }

    private byte[] associatedData(int keyId) {
        return ByteBuffer.allocate(1 + Integer.BYTES + Short.BYTES + cookieName.length)
                .put(VERSION)
                .putInt(keyId)
                .putShort((short) cookieName.length)
                .put(cookieName)
                .array();
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
