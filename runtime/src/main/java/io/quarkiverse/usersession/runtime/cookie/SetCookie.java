package io.quarkiverse.usersession.runtime.cookie;

import java.util.List;

/**
 * Writes {@code Set-Cookie} header values (RFC 6265 §4.1). A cookie is expired with the attributes with which it is set: a
 * browser takes one of another path or domain for another cookie.
 */
public final class SetCookie {

    private final String nameAndEquals;
    private final String attributes;
    private final String secureAttributes;

    public SetCookie(CookieAttributes cookie) {
        this.nameAndEquals = cookie.name() + "=";
        this.attributes = attributes(cookie, false);
        this.secureAttributes = attributes(cookie, true);
    }

    /** @param maxAge in seconds */
    public String set(String value, long maxAge, boolean secure) {
        return nameAndEquals + value + "; Max-Age=" + maxAge + attributes(secure);
    }

    public String expire(boolean secure) {
        return nameAndEquals + "; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT" + attributes(secure);
    }

    /** Whether one of these {@code Set-Cookie} header values is for this cookie. */
    public boolean isIn(List<String> headers) {
        for (String header : headers) {
            if (header.startsWith(nameAndEquals)) {
                return true;
            }
        }
        return false;
    }

    private String attributes(boolean secure) {
        return secure ? secureAttributes : attributes;
    }

    private static String attributes(CookieAttributes cookie, boolean secure) {
        StringBuilder attributes = new StringBuilder("; Path=").append(cookie.path());
        if (cookie.domain() != null) {
            attributes.append("; Domain=").append(cookie.domain());
        }
        if (secure) {
            attributes.append("; Secure");
        }
        if (cookie.httpOnly()) {
            attributes.append("; HttpOnly");
        }
        attributes.append("; SameSite=").append(cookie.sameSite().attributeValue());
        if (cookie.partitioned()) {
            attributes.append("; Partitioned");
        }
        return attributes.toString();
    }
}
