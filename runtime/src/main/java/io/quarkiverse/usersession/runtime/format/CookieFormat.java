package io.quarkiverse.usersession.runtime.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;

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
 * plaintext       = flags[1] | scope[2] | id[12] | createdAt u32 | issuedAt u32 | lifetime u32 | JSON object, UTF-8
 * associated data = 0x01 | keyId[4] | u16 length of the cookie name | cookie name, UTF-8
 * </pre>
 *
 * The scope is a hash of the domain, path and partitioning that the cookie is set with, so that a cookie set under former
 * settings is recognized. The cookie's name is authenticated so that no cookie passes for one of another session, and the
 * name's length so that the name can't run into what follows.
 */
public final class CookieFormat {

    static final byte VERSION = 1;

    /** Name and value together, in bytes: RFC 6265bis §5.6, step 6 */
    public static final int MAX_COOKIE_BYTES = 4096;

    private static final int KEY_ID_AT = 1;
    static final int NONCE_AT = KEY_ID_AT + Integer.BYTES;
    private static final int PLAINTEXT_AT = NONCE_AT + Xaes256Gcm.NONCE_BYTES;
    private static final int SCOPE_AT = PLAINTEXT_AT + 1;
    private static final int JSON_AT = PLAINTEXT_AT + 1 + CookieScope.HASH_BYTES + SessionId.BYTES + 3 * Integer.BYTES;
    static final int OVERHEAD = JSON_AT + Xaes256Gcm.TAG_BYTES;

    private static final int FLAG_OWN_LIFETIME = 1;

    private final byte[] cookieName;
    private final short scope;
    private final KeyRing keys;
    private final Randomness random;
    private final JsonObject json = new JsonObject();
    private final byte[] associatedDataOfCurrentKey;

    public CookieFormat(String cookieName, CookieScope scope, KeyRing keys, Randomness random) {
        this.cookieName = cookieName.getBytes(StandardCharsets.UTF_8);
        this.scope = scope.hash();
        this.keys = keys;
        this.random = random;
        this.associatedDataOfCurrentKey = makeAssociatedData(keys.current());
    }

    public SessionId newId() {
        return SessionId.read(ByteBuffer.wrap(randomBytes(SessionId.BYTES)));
    }

    /** The size of the cookie's name and value together, in bytes, with these entries. */
    public int cookieBytes(Map<String, Object> entries) {
        return cookieBytes(JsonSize.of(entries));
    }

    /** The same for entries with this number of bytes as JSON. */
    public int cookieBytes(int jsonBytes) {
        return cookieName.length + CanonicalBase64.encodedLength(OVERHEAD + jsonBytes);
    }

    /** The value of a cookie that carries this content, sealed with the current key. */
    public String seal(SessionContent content) {
        CookieKey key = keys.current();
        byte[] message = json.write(content.entries(), JSON_AT, Xaes256Gcm.TAG_BYTES);
        ByteBuffer fields = ByteBuffer.wrap(message);
        fields.put(VERSION).putInt(key.id()).put(randomBytes(Xaes256Gcm.NONCE_BYTES));
        fields.put((byte) (content.ownLifetime() ? FLAG_OWN_LIFETIME : 0)).putShort(scope);
        content.id().write(fields);
        fields.putInt((int) content.createdAt()).putInt((int) content.issuedAt()).putInt((int) content.lifetime());
        key.cipher().seal(message, NONCE_AT, message.length - PLAINTEXT_AT - Xaes256Gcm.TAG_BYTES, associatedData(key));
        return CanonicalBase64.URL.encode(message);
    }

    /**
     * Decides by the looks of a cookie value that it can't be opened. This costs next to nothing, so a request may bring any
     * number of such values.
     *
     * @param from where in the text the value begins
     * @param to where it ends
     * @return null if it must be decrypted to decide
     */
    public CookieOutcome refusal(String text, int from, int to) {
        if (cookieName.length + to - from > MAX_COOKIE_BYTES) {
            return CookieOutcome.TOO_LONG;
        }
        return CookieLooks.refusal(text, from, to, keys);
    }

    /** Opens a cookie value of any origin. It never throws an exception. This is the only way to open a cookie. */
    public OpenedCookie open(String value) {
        CookieOutcome refusal = refusal(value, 0, value.length());
        return refusal == null ? open(value, 0, value.length()) : OpenedCookie.unusable(refusal);
    }

    /** Opens the cookie value that is between two places of a text, and is not {@linkplain #refusal refused} by its looks. */
    public OpenedCookie open(String text, int from, int to) {
        if (cookieName.length + to - from > MAX_COOKIE_BYTES) {
            return OpenedCookie.TOO_LONG;
        }
        byte[] message = CanonicalBase64.URL.decodeCanonical(text, from, to);
        if (message == null || message.length < OVERHEAD || message[0] != VERSION) {
            return OpenedCookie.DAMAGED;
        }
        CookieKey key = keys.find(keyId(message));
        if (key == null) {
            return OpenedCookie.UNKNOWN_KEY;
        }
        try {
            int plaintextBytes = key.cipher().open(message, NONCE_AT, associatedData(key));
            if ((message[PLAINTEXT_AT] & ~FLAG_OWN_LIFETIME) != 0) {
                return OpenedCookie.LATER_VERSION;
            }
            int jsonBytes = PLAINTEXT_AT + plaintextBytes - JSON_AT;
            return OpenedCookie.valid(content(message, jsonBytes), jsonBytes, key == keys.current(), former(message));
        } catch (AEADBadTagException | IOException e) {
            return OpenedCookie.DAMAGED;
        }
    }

    /** The id of the key that a cookie value says it was sealed with; empty if it is not of this version. */
    public static OptionalInt keyId(String value) {
        byte[] message = CanonicalBase64.URL.decode(value);
        return message == null || message.length < OVERHEAD || message[0] != VERSION ? OptionalInt.empty()
                : OptionalInt.of(keyId(message));
    }

    private static int keyId(byte[] message) {
        return ByteBuffer.wrap(message).getInt(KEY_ID_AT);
    }

    /** @param message decrypted */
    private SessionContent content(byte[] message, int jsonBytes) throws IOException {
        ByteBuffer fields = ByteBuffer.wrap(message).position(PLAINTEXT_AT);
        int flags = fields.get();
        fields.position(fields.position() + CookieScope.HASH_BYTES);
        return new SessionContent(SessionId.read(fields), seconds(fields), seconds(fields), seconds(fields),
                flags == FLAG_OWN_LIFETIME, json.read(message, JSON_AT, jsonBytes));
    }

    /** @return null if it was set with the current scope */
    private FormerCookies former(byte[] message) {
        short sealed = ByteBuffer.wrap(message).getShort(SCOPE_AT);
        return sealed == scope ? null : FormerCookies.only(sealed);
    }

    private static long seconds(ByteBuffer fields) {
        return Integer.toUnsignedLong(fields.getInt());
    }

    private byte[] associatedData(CookieKey key) {
        return key == keys.current() ? associatedDataOfCurrentKey : makeAssociatedData(key);
    }

    private byte[] makeAssociatedData(CookieKey key) {
        return ByteBuffer.allocate(1 + Integer.BYTES + Short.BYTES + cookieName.length)
                .put(VERSION).putInt(key.id()).putShort((short) cookieName.length).put(cookieName).array();
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
