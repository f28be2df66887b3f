package io.quarkiverse.usersession.runtime.cookie;

/** Which requests from other sites carry the cookie (RFC 6265bis §5.6.7). */
public enum SameSite {

    /** None at all. */
    STRICT("Strict"),
    /** Only top-level navigations. */
    LAX("Lax"),
    /** All, if the cookie is {@code Secure}. */
    NONE("None");

    private final String attributeValue;

    SameSite(String attributeValue) {
        this.attributeValue = attributeValue;
    }

    String attributeValue() {
        return attributeValue;
    }
}
