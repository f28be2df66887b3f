package io.quarkiverse.usersession.runtime.config;

import java.nio.charset.StandardCharsets;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Refuses cookies that a browser would drop or misread.
 */
final class CookieRules {

    // RFC 9110 §5.6.2: the characters of a token besides letters and digits
    private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";
    // RFC 6265bis §5.6, step 6: longer attribute values are ignored
    private static final int MAX_ATTRIBUTE_BYTES = 1024;
    private static final int MAX_NAME_CHARACTERS = 128;
    // RFC 1035 §2.3.4
    private static final int MAX_DOMAIN_CHARACTERS = 253;

    private final String prefix;
    private final CookieAttributes cookie;

    private CookieRules(String prefix, CookieAttributes cookie) {
        this.prefix = prefix;
        this.cookie = cookie;
    }

    static CookieAttributes check(ConfigKeys keys, CookieAttributes cookie) {
        CookieRules rules = new CookieRules(keys.key("cookie."), cookie);
        rules.checkName();
        rules.checkPath();
        rules.checkDomain();
        rules.checkSecure();
        rules.checkHostPrefix();
        return cookie;
    }

    /** The rules for a cookie that another system sets and that is only removed here. */
    static CookieAttributes checkForeign(ConfigKeys keys, CookieAttributes cookie) {
        CookieRules rules = new CookieRules(keys.key("import.cookie-"), cookie);
        rules.checkName();
        rules.checkPath();
        rules.checkDomain();
        rules.checkHostPrefix();
        return cookie;
    }

    private void checkName() {
        String name = cookie.name();
        if (name.isEmpty() || name.length() > MAX_NAME_CHARACTERS || !name.chars().allMatch(CookieRules::isTokenCharacter)) {
            throw refuse("name", name, "a cookie's name is 1 to " + MAX_NAME_CHARACTERS
                    + " letters, digits and characters of " + TOKEN_PUNCTUATION + " (RFC 6265), such as __session");
        }
    }

    private void checkPath() {
        String path = cookie.path();
        if (!path.startsWith("/") || path.getBytes(StandardCharsets.UTF_8).length > MAX_ATTRIBUTE_BYTES
                || !path.chars().allMatch(character -> character > ' ' && character < 0x7f && character != ';')) {
            throw refuse("path", path, "a cookie's path begins with / and has no spaces, semicolons or characters beyond"
                    + " ASCII, and at most " + MAX_ATTRIBUTE_BYTES + " bytes");
        }
    }

    private void checkDomain() {
        String domain = cookie.domain();
        if (domain != null && (domain.length() > MAX_DOMAIN_CHARACTERS
                || !domain.matches("[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*"))) {
            throw refuse("domain", domain, "a cookie's domain is a host name without a leading dot, such as shop.org;"
                    + " leave it out for a cookie of this host only");
        }
    }

    private void checkSecure() {
        if (cookie.secure() != Secure.NEVER || !cookie.needsSecure()) {
            return;
        }
        String reason = "a name that begins with __Host- or __Secure- requires it";
        if (cookie.sameSite() == SameSite.NONE) {
            reason = prefix + "same-site=none requires it";
        } else if (cookie.partitioned()) {
            reason = prefix + "partitioned=true requires it";
        }
        throw refuse("secure", "never", "browsers drop this cookie without the Secure attribute, and " + reason
                + "; set it to auto or always");
    }

    private void checkHostPrefix() {
        if (!cookie.hasHostPrefix()) {
            return;
        }
        if (!cookie.path().equals("/")) {
            throw refuse("path", cookie.path(), "a cookie whose name begins with __Host- must have the path /");
        }
        if (cookie.domain() != null) {
            throw refuse("domain", cookie.domain(),
                    "a cookie whose name begins with __Host- must not have a domain; leave it out");
        }
    }

    private ConfigurationException refuse(String key, String value, String fix) {
        // on one line, whatever the value is
        String shown = value.replaceAll("\\p{Cntrl}", "?");
        return new ConfigurationException(prefix + key + "=" + shown + " can't be used: " + fix);
    }

    private static boolean isTokenCharacter(int character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9' || TOKEN_PUNCTUATION.indexOf(character) >= 0;
    }
}
