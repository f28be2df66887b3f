package io.quarkiverse.usersession.runtime.foreign;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.format.CanonicalBase64;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.EntryKey;

/**
 * The cookies of gorilla/securecookie, in which gorilla/sessions keeps its sessions.
 *
 * <pre>
 * value   = base64url( timestamp "|" payload "|" mac ), with padding as all base64url here
 * payload = base64url( session ), or base64url( IV[16] | AES-CTR( block key, session ) )
 * mac     = HMAC-SHA256 or, with 64 bytes, HMAC-SHA-512( hash key; cookie name "|" timestamp "|" payload )
 * session = a map, as gob or JSON; or a struct, as gob
 * </pre>
 */
public final class GorillaFormat implements ForeignFormat {

    private static final Logger LOG = Logger.getLogger(GorillaFormat.class);

    /** How far the clocks of the two systems may differ, in seconds. */
    private static final long SKEW = 60;

    /** The shortest cookie: a timestamp of one digit, no payload and the shorter MAC. */
    private static final int MIN_LENGTH = (1 + "||".length() + 32 + 2) / 3 * 4;

    private static final String FLASH_KEY = "_flash";

    private final String cookieName;
    private final List<KeyPair> keys;
    private final SessionReader reader;
    private final long maxAge;

    /**
     * @param cookieName the name under which the cookies were written; the signature includes it
     * @param keys any of these pairs may have been used
     * @param maxAge how old a cookie may be, in seconds
     * @throws IllegalArgumentException if there are no keys, if one can't be used, or if the maximum age is below one second
     */
    public GorillaFormat(String cookieName, List<GorillaKeys> keys, Serializer serializer, long maxAge) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("gorilla cookies can't be verified without a hash key");
        }
        if (maxAge < 1) {
            throw new IllegalArgumentException("A cookie must be allowed to become at least one second old");
        }
        this.cookieName = cookieName;
        this.keys = keys.stream().map(KeyPair::of).toList();
        this.reader = switch (serializer) {
            case GOB -> GobReader::read;
            case JSON -> new JsonReader()::read;
        };
        this.maxAge = maxAge;
    }

    @Override
    public CookieOutcome refusal(String text, int from, int to) {
        if (to - from > CookieFormat.MAX_COOKIE_BYTES) {
            return CookieOutcome.TOO_LONG;
        }
        return to - from >= MIN_LENGTH && beginsWithNumber(text, from) && CanonicalBase64.URL.isCanonicalPadded(text, from, to)
                ? null
                : CookieOutcome.DAMAGED;
    }

    /** Whether the text begins with a number, as a timestamp does. */
    private static boolean beginsWithNumber(String text, int from) {
        int first = CanonicalBase64.URL.value(text.charAt(from)) << 2 | CanonicalBase64.URL.value(text.charAt(from + 1)) >> 4;
        return first >= '0' && first <= '9' || first == '-' || first == '+';
    }

    @Override
    public OpenedForeignCookie open(String value, long now) {
        if (value.length() > CookieFormat.MAX_COOKIE_BYTES) {
            return OpenedForeignCookie.TOO_LONG;
        }
        try {
            return open(GorillaMessage.split(cookieName, decode(value)), now);
        } catch (DamagedCookieException e) {
            LOG.debugf("Session '%s' can't be imported: the cookie %s", cookieName, e.getMessage());
            return OpenedForeignCookie.DAMAGED;
        }
    }

    private static byte[] decode(String text) throws DamagedCookieException {
        return DamagedCookieException.ifNotBase64(CanonicalBase64.URL.decodePadded(text));
    }

    private OpenedForeignCookie open(GorillaMessage message, long now) throws DamagedCookieException {
        DamagedCookieException reason = new DamagedCookieException("is not signed with any of the hash keys");
        for (KeyPair pair : keys) {
            if (pair.verifies(message)) {
                long writtenAt = message.writtenAt();
                CookieOutcome outcome = check(writtenAt, now);
                if (outcome != CookieOutcome.VALID) {
                    return OpenedForeignCookie.unusable(outcome);
                }
                try {
                    LeftOut leftOut = new LeftOut();
                    Map<String, Object> entries = entries(pair, message, leftOut);
                    // the other system's clock may be ahead, and ours knows nothing before 1970
                    return OpenedForeignCookie.valid(entries, Math.max(0, Math.min(writtenAt, now)), leftOut.values());
                } catch (DamagedCookieException e) {
                    reason = e; // another pair may have the same hash key and the right block key
                }
            }
        }
        throw reason;
    }

    private CookieOutcome check(long writtenAt, long now) {
        if (writtenAt > now + SKEW) {
            return CookieOutcome.NOT_YET_VALID;
        }
        return writtenAt < now - maxAge ? CookieOutcome.EXPIRED : CookieOutcome.VALID;
    }

    private Map<String, Object> entries(KeyPair pair, GorillaMessage message, LeftOut leftOut) throws DamagedCookieException {
        byte[] session = decode(message.payload());
        if (pair.block() != null) {
            session = pair.block().decrypt(session);
        }
        return ForeignEntries.of(reader.read(session, leftOut), GorillaFormat::entryKey, leftOut);
    }

    /**
     * Flash values of gorilla/sessions are lists under keys that the application chooses. Only the default key is recognized.
     */
    private static String entryKey(String key) {
        return key.equals(FLASH_KEY) ? EntryKey.flash(key) : EntryKey.plain(key);
    }

    /** How the session is serialized: by {@code securecookie.GobEncoder}, the default, or {@code JSONEncoder}. */
    public enum Serializer {
        GOB,
        JSON
    }

    /**
     * A pair of keys.
     *
     * @param hashKey signs
     * @param blockKey encrypts, with 16, 24 or 32 bytes; null for cookies that are only signed
     */
    public record GorillaKeys(byte[] hashKey, byte[] blockKey) {

        /** Makes keys from the UTF-8 bytes of texts. */
        public GorillaKeys(String hashKey, String blockKey) {
            this(hashKey.getBytes(StandardCharsets.UTF_8),
                    blockKey == null ? null : blockKey.getBytes(StandardCharsets.UTF_8));
        }

        /** Leaves out the keys, because this text may end up in a log. */
        @Override
        public String toString() {
            return "GorillaKeys[" + (blockKey == null ? "hash key]" : "hash key, block key]");
        }
    }

    private record KeyPair(HmacKey sha256, HmacKey sha512, AesCtr block) {

        private static final int SHA_512_BYTES = 64;

        static KeyPair of(GorillaKeys keys) {
            return new KeyPair(HmacKey.sha256(keys.hashKey()), HmacKey.sha512(keys.hashKey()),
                    keys.blockKey() == null ? null : new AesCtr(keys.blockKey()));
        }

        /** SHA-256 is the default of securecookie, and SHA-512 is what most applications set as its {@code HashFunc}. */
        boolean verifies(GorillaMessage message) {
            HmacKey hash = message.mac().length == SHA_512_BYTES ? sha512 : sha256;
            return hash.verifies(message.signed(), message.mac());
        }
    }

    @FunctionalInterface
    private interface SessionReader {

        Map<String, Object> read(byte[] bytes, LeftOut leftOut) throws DamagedCookieException;
    }
}
