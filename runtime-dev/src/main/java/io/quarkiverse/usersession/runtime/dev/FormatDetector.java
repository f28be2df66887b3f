package io.quarkiverse.usersession.runtime.dev;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.foreign.ForeignFormat;
import io.quarkiverse.usersession.runtime.foreign.GorillaFormat;
import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.GorillaKeys;
import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.Serializer;
import io.quarkiverse.usersession.runtime.foreign.RemixFormat;
import io.quarkiverse.usersession.runtime.format.CookieFormat;

/**
 * Recognizes from the format of a cookie which system it comes from. It needs no secret, so it can't tell whether it is
 * genuine.
 */
final class FormatDetector {

    private static final String UNTIL = ", until a day that you set";
    private static final String PREFIX = UserSessionConfig.PREFIX + ".import.";

    // never used: only the looks of cookies are asked for, which don't depend on keys
    private static final String NO_SECRET = "looks only";
    private static final ForeignFormat GORILLA = new GorillaFormat("", List.of(new GorillaKeys(NO_SECRET, null)),
            Serializer.GOB,
            1);
    private static final ForeignFormat REMIX = new RemixFormat(List.of(NO_SECRET));

    private final String ownCookieName;

    /** @param ownCookieName that of the default session, into which cookies would be imported */
    FormatDetector(String ownCookieName) {
        this.ownCookieName = ownCookieName;
    }

    /** All cookies in a text; empty if there are none. */
    List<DetectedCookie> detect(String text) {
        PastedCookie pasted = PastedCookie.of(text);
        String bare = pasted.bareValue();
        return bare.isEmpty()
                ? pasted.all().stream().map(cookie -> detect(cookie.name(), cookie.value())).toList()
                : List.of(detect(null, bare));
    }

    private DetectedCookie detect(String name, String value) {
        if (CookieFormat.keyId(value).isPresent()) {
            return new DetectedCookie(name, "This extension", "Its key id tells which secret it was sealed with: open it",
                    List.of());
        }
        if (looksLike(REMIX, value)) {
            return new DetectedCookie(name, "Remix or React Router, signed",
                    "A cookie of createCookieSessionStorage. Its sessions can be taken over with the secrets of that application"
                            + UNTIL,
                    properties(name, List.of("format=remix", "secrets=${OLD_SECRET}")));
        }
        GorillaPayload payload = looksLike(GORILLA, value) ? GorillaPayload.of(value) : null;
        if (payload != null) {
            return gorilla(name, payload);
        }
        return isUnsignedRemix(value)
                ? new DetectedCookie(name, "Remix or React Router, unsigned",
                        "A cookie of createCookieSessionStorage without secrets. Anybody can make one, so its sessions can't be taken over",
                        List.of())
                : new DetectedCookie(name, null, "Its format is not one that can be taken over", List.of());
    }

    private DetectedCookie gorilla(String name, GorillaPayload payload) {
        return switch (payload) {
            case GOB -> new DetectedCookie(name, "gorilla/sessions, gob, signed",
                    "It is not encrypted. Its sessions can be taken over with the hash key of that application" + UNTIL,
                    properties(name, List.of("format=gorilla", "secrets=${OLD_HASH_KEY}")));
            case JSON -> new DetectedCookie(name, "gorilla/sessions, JSON, signed",
                    "It is not encrypted. Its sessions can be taken over with the hash key of that application" + UNTIL,
                    properties(name, List.of("format=gorilla", "serializer=json", "secrets=${OLD_HASH_KEY}")));
            case ENCRYPTED -> new DetectedCookie(name, "gorilla/sessions, signed and encrypted",
                    "Its sessions can be taken over with the hash key and the block key of that application" + UNTIL
                            + ". If it writes JSON, also set " + PREFIX + "serializer=json",
                    properties(name, List.of("format=gorilla", "secrets=${OLD_HASH_KEY}", "block-keys=${OLD_BLOCK_KEY}")));
        };
    }

    private List<String> properties(String name, List<String> settings) {
        List<String> properties = new ArrayList<>();
        for (String setting : settings) {
            properties.add(PREFIX + setting);
        }
        if (name != null && !name.equals(ownCookieName)) {
            properties.add(PREFIX + "cookie-name=" + name);
        }
        properties.add(PREFIX + "until="); // a date that only the application's developers know
        return properties;
    }

    private static boolean looksLike(ForeignFormat format, String value) {
        return !value.isEmpty() && format.refusal(value, 0, value.length()) == null;
    }

    /** Whether it is base64 of a JSON object, and nothing else. */
    private static boolean isUnsignedRemix(String value) {
        if (value.length() > CookieFormat.MAX_COOKIE_BYTES) {
            return false;
        }
        try {
            byte[] json = Base64.getDecoder()
                    .decode(value.replace("%3D", "=").replace("%2B", "+").replace("%2F", "/").getBytes(StandardCharsets.UTF_8));
            return json.length > 1 && json[0] == '{' && json[json.length - 1] == '}';
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
