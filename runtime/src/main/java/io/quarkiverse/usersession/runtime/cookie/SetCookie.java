package io.quarkiverse.usersession.runtime.cookie;

/**
 * Writes {@code Set-Cookie} header values (RFC 6265 §4.1), and finds out which of those that others have written are for the
 * same cookie. A cookie is expired with the attributes with which it is set: a browser takes one of another path or domain for
 * another cookie.
 */
public final class SetCookie {

    private final CookieAttributes cookie;
    private final String nameAndEquals;
    private final String attributes;
    private final String secureAttributes;

    public SetCookie(CookieAttributes cookie) {
        this.cookie = cookie;
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

    public String name() {
        return cookie.name();
    }

    /** Whether a {@code Set-Cookie} header value is for a cookie of this name, whatever its scope. */
    public boolean isNamedBy(String header) {
        return SetCookieHeader.isNamed(header, cookie.name());
    }

    /**
     * What a {@code Set-Cookie} header value makes of this cookie.
     *
     * @param requestPath as the browser knows it: it decides about a header without a path
     * @return the value, empty if the cookie is removed; null if it is for another cookie, of another name, domain, path or
     *         partition
     */
    public String valueIn(String header, String requestPath) {
        if (!isNamedBy(header)) {
            return null;
        }
        SetCookieHeader written = SetCookieHeader.parse(header);
        String path = written.path() == null ? SetCookieHeader.defaultPath(requestPath) : written.path();
        return cookie.hasScope(written.domain(), path, written.partitioned()) ? written.value() : null;
    }

    /** What follows the value of a cookie, or its {@code Max-Age}, from the first semicolon on. */
    public String attributes(boolean secure) {
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
