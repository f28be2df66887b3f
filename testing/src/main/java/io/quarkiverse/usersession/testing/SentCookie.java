package io.quarkiverse.usersession.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.restassured.response.Response;

/**
 * A session cookie in the {@code Set-Cookie} headers of a response (RFC 6265 §4.1). A cookie that is removed has an empty value
 * or {@code Max-Age=0}.
 *
 * @param scope the path, domain and partitioning, by which a browser tells cookies of the same name apart
 */
record SentCookie(String value, String scope, boolean isExpired) {

    /**
     * The cookie of that name that a browser keeps, otherwise one that it removes. Each replaces those before it with the same
     * scope; an import whose cookie has another path than ours expires that one too, and so does a session whose cookie had
     * another scope before.
     */
    static Optional<SentCookie> in(Response response, String name) {
        Map<String, SentCookie> lastByScope = new LinkedHashMap<>();
        for (String header : response.headers().getValues("Set-Cookie")) {
            if (header.startsWith(name + "=")) {
                SentCookie cookie = parse(header.substring(name.length() + 1));
                lastByScope.remove(cookie.scope);
                lastByScope.put(cookie.scope, cookie);
            }
        }
        SentCookie found = null;
        for (SentCookie cookie : lastByScope.values()) {
            if (found == null || found.isExpired || !cookie.isExpired) {
                found = cookie;
            }
        }
        return Optional.ofNullable(found);
    }

    private static SentCookie parse(String valueAndAttributes) {
        String[] parts = valueAndAttributes.split(";", -1);
        boolean expired = parts[0].isBlank();
        String path = "";
        String domain = "";
        String partitioned = "";
        for (int i = 1; i < parts.length; i++) {
            String attribute = parts[i].strip();
            expired |= attribute.equalsIgnoreCase("Max-Age=0");
            path = valueOf(attribute, "Path=", path);
            domain = valueOf(attribute, "Domain=", domain);
            if (attribute.equalsIgnoreCase("Partitioned")) {
                partitioned = ";";
            }
        }
        return new SentCookie(parts[0].strip(), domain + path + partitioned, expired);
    }

    private static String valueOf(String attribute, String nameAndEquals, String otherwise) {
        boolean found = attribute.regionMatches(true, 0, nameAndEquals, 0, nameAndEquals.length());
        return found ? attribute.substring(nameAndEquals.length()) : otherwise;
    }

    /** Leaves out the value, because this text may end up in a log. */
    @Override
    public String toString() {
        return "SentCookie[" + scope + ", expired=" + isExpired + "]";
    }
}
