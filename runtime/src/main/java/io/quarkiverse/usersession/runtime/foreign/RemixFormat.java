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
 * The cookies of {@code createCookieSessionStorage} of Remix and React Router, with secrets.
 *
 * <pre>
 * value     = encodeURIComponent( payload "." signature )
 * payload   = base64( JSON object, UTF-8 )
 * signature = base64( HMAC-SHA256( secret, UTF-8; payload ) ) without padding
 * </pre>
 *
 * The signature includes neither the cookie's name nor a time, so a value is valid under any name, for ever. The import of such
 * cookies therefore needs an end.
 */
public final class RemixFormat implements ForeignFormat {

    private static final Logger LOG = Logger.getLogger(RemixFormat.class);

    private static final String FLASH_PREFIX = "__flash_";
    private static final String FLASH_SUFFIX = "__";

    private static final int SIGNATURE_LENGTH = 43; // that of 32 bytes without padding

    // what is counted of each character: an encoded one, or one that is not base64; both fit into one int
    private static final int ENCODED = 1;
    private static final int OTHER = CookieFormat.MAX_COOKIE_BYTES + 1;
    private static final int[] KINDS = kinds();

    private final List<HmacKey> keys;
    private final JsonReader json = new JsonReader();

    /**
     * @param secrets any of them may have signed a cookie
     * @throws IllegalArgumentException if there is no secret, which means unsigned cookies in Remix, or if one is empty
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

    /** Whether the text has base64 before its last dot, and a text with the length of a signature after it. */
    private static boolean looksSigned(String text, int from, int to) {
        int furthest = Math.max(from, to - 1 - 3 * SIGNATURE_LENGTH);
        int dot = to - 1;
        while (dot > furthest && text.charAt(dot) != '.') {
            dot--;
        }
        if (dot <= from || decodedLength(text, dot + 1, to) != SIGNATURE_LENGTH) {
            return false;
        }
        int payload = decodedLength(text, from, dot);
        return payload > 0 && payload % 4 == 0;
    }

    /**
     * Counts the characters of base64, where an encoded one takes three; -1 if there are others. It does not look at what is
     * encoded.
     */
    private static int decodedLength(String text, int from, int to) {
        int counts = 0;
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            counts += character < KINDS.length ? KINDS[character] : OTHER;
        }
        return counts >= OTHER ? -1 : to - from - 2 * counts;
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
        byte[] signature = DamagedCookieException.ifNotBase64(CanonicalBase64.STANDARD.decode(text.substring(dot + 1)));
        for (HmacKey key : keys) {
            if (key.verifies(signed, signature)) {
                return DamagedCookieException.ifNotBase64(CanonicalBase64.STANDARD.decodePadded(payload));
            }
        }
        throw new DamagedCookieException("is not signed with any of the secrets");
    }

    private static int[] kinds() {
        int[] kinds = new int[128];
        for (char character = 0; character < kinds.length; character++) {
            boolean base64 = CanonicalBase64.STANDARD.value(character) >= 0 || character == '=';
            kinds[character] = base64 ? 0 : character == '%' ? ENCODED : OTHER;
        }
        return kinds;
    }

    private static String entryKey(String key) {
        boolean flash = key.startsWith(FLASH_PREFIX) && key.endsWith(FLASH_SUFFIX)
                && key.length() >= FLASH_PREFIX.length() + FLASH_SUFFIX.length();
        return flash
                ? EntryKey.flash(key.substring(FLASH_PREFIX.length(), key.length() - FLASH_SUFFIX.length()))
                : EntryKey.plain(key);
    }
}
