package io.quarkiverse.usersession.runtime.cookie;

import io.quarkiverse.usersession.runtime.format.CookieScope;

/**
 * Name and attributes of a session's cookie, checked against the rules of browsers.
 *
 * @param domain null for a cookie of this host only
 */
public record CookieAttributes(String name, String path, String domain, SameSite sameSite, boolean httpOnly, Secure secure,
        boolean partitioned) {

    private static final String HOST_PREFIX = "__Host-";
    private static final String SECURE_PREFIX = "__Secure-";

    public CookieAttributes withName(String otherName) {
        return new CookieAttributes(otherName, path, domain, sameSite, httpOnly, secure, partitioned);
    }

    /**
     * The same cookie in another scope, for expiring it. A partitioned one may have been set in a frame on another site, where
     * browsers only accept {@code SameSite=None}.
     */
    CookieAttributes withScope(CookieScope other) {
        return new CookieAttributes(name, other.path(), other.domain(), other.partitioned() ? SameSite.NONE : sameSite,
                httpOnly, secure, other.partitioned());
    }

    /** The name of the cookie that keeps the wanted location during a sign-in. It has the same prefix. */
    public String wantedName() {
        return name + "-wanted";
    }

    /** The name of the cookie that proves that the browser has the key of its sign-in. It has the same prefix. */
    public String proofName() {
        return name + "-proof";
    }

    public CookieScope scope() {
        return new CookieScope(domain, path, partitioned);
    }

    CookieAttributes with(SameSite otherSameSite, boolean otherPartitioned) {
        return new CookieAttributes(name, path, domain, otherSameSite, httpOnly, secure, otherPartitioned);
    }

    /** Whether browsers treat the other cookie as this one (RFC 6265 §5.3, and its partition). */
    public boolean isReplacedBy(CookieAttributes other) {
        return name.equals(other.name) && hasScope(other.domain, other.path, other.partitioned);
    }

    boolean hasScope(String otherDomain, String otherPath, boolean otherPartitioned) {
        return path.equals(otherPath) && isDomain(otherDomain) && partitioned == otherPartitioned;
    }

    private boolean isDomain(String other) {
        return domain == null ? other == null : domain.equalsIgnoreCase(other);
    }

    /** Whether browsers refuse this cookie unless it has the {@code Secure} attribute (RFC 6265bis §5.7). */
    public boolean needsSecure() {
        return sameSite == SameSite.NONE || partitioned || hasHostPrefix() || hasPrefix(SECURE_PREFIX);
    }

    public boolean hasHostPrefix() {
        return hasPrefix(HOST_PREFIX);
    }

    // RFC 6265bis §4.1.3: user agents compare prefixes without regard to case
    private boolean hasPrefix(String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
