package io.quarkiverse.usersession.runtime.foreign;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.format.Base64Alphabet;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.EntryKey;

/**
 * The cookies of {@code createCookieSessionStorage} of Remix and React Router, with secrets.
 *
 * <pre>
 * value     = encodeURIComponent( payload "." signature )
 * payload   = base64( JSON object, UTF-8 )
 * signature = base64( HMAC-SHA256( secret, UTF-8; payload ) ) without padding
 * </pre>
 *
 * Neither the cookie's name nor a time is signed: a value is good under any name, for ever. Who imports such cookies must set
 * an end to it.
 */
public final class RemixFormat implements ForeignFormat {

    private static final Logger LOG = Logger.getLogger(RemixFormat.class);

    private static final String FLASH_PREFIX = "__flash_";
    private static final String FLASH_SUFFIX = "__";

    private static final int SIGNATURE_LENGTH = 43; // that of 32 bytes without padding

    private final List<HmacKey> keys;
    private final JsonReader json = new JsonReader();

    /**
     * @param secrets any of them may have signed a cookie
     * @throws IllegalArgumentException if there is none, which means unsigned cookies in Remix, or an empty one
     */
    public RemixFormat(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("Remix cookies can't be verified without a secret");
        }
        this.keys = secrets.stream().map(secret -> HmacKey.sha256(secret.getBytes(StandardCharsets.UTF_8))).toList();
    }

    @Override
    public CookieOutcome refusal(String text, int from, int to) {
        if (to - from > CookieFormat.MAX_COOKIE_BYTES) {
            return CookieOutcome.TOO_LONG;
        }
        return looksSigned(text, from, to) ? null : CookieOutcome.DAMAGED;
    }

    /** Whether it has base64 before the last dot and as many characters behind it as a signature has. */
    private static boolean looksSigned(String text, int from, int to) {
        int payload = 0; // how many characters it has
        int signature = -1; // the same, or negative before there is a dot
        for (int i = from; i < to; i += PercentEncoding.width(text, i)) {
            int character = PercentEncoding.character(text, i, to);
            if (character == '.') {
                payload += signature + 1;
                signature = 0;
            } else if (character == '=' || character >= 0 && Base64Alphabet.STANDARD.value((char) character) >= 0) {
                if (signature < 0) {
                    payload++;
                } else {
                    signature++;
                }
            } else {
                return false;
            }
        }
        return payload > 0 && payload % 4 == 0 && signature == SIGNATURE_LENGTH;
    }

    @Override
    public OpenedForeignCookie open(String value, long now) {
        if (value.length() > CookieFormat.MAX_COOKIE_BYTES) {
            return OpenedForeignCookie.TOO_LONG;
        }
        try {
            byte[] payload = verifiedPayload(PercentEncoding.decode(value));
            LeftOut leftOut = new LeftOut();
            Map<String, Object> entries = ForeignEntries.of(json.read(payload, leftOut), RemixFormat::entryKey, leftOut);
            return OpenedForeignCookie.valid(entries, now, leftOut.values());
        } catch (DamagedCookieException e) {
            LOG.debugf("A Remix session can't be imported: the cookie %s", e.getMessage());
            return OpenedForeignCookie.DAMAGED;
        }
    }

    private byte[] verifiedPayload(String text) throws DamagedCookieException {
        int dot = text.lastIndexOf('.');
        if (dot < 0) {
            throw new DamagedCookieException("is not signed");
        }
        String payload = text.substring(0, dot);
        byte[] signed = payload.getBytes(StandardCharsets.US_ASCII);
        byte[] signature = CanonicalBase64.STANDARD_UNPADDED.decode(text.substring(dot + 1));
        for (HmacKey key : keys) {
            if (key.verifies(signed, signature)) {
                return CanonicalBase64.STANDARD.decode(payload);
            }
        }
        throw new DamagedCookieException("is signed with none of the secrets");
    }

    private static String entryKey(String key) {
        boolean flash = key.startsWith(FLASH_PREFIX) && key.endsWith(FLASH_SUFFIX)
                && key.length() >= FLASH_PREFIX.length() + FLASH_SUFFIX.length();
        return flash
                ? EntryKey.flash(key.substring(FLASH_PREFIX.length(), key.length() - FLASH_SUFFIX.length()))
                : EntryKey.plain(key);
    }
}
