package io.quarkiverse.usersession.runtime.cookie;

/** When the cookie has the {@code Secure} attribute, with which browsers send it over HTTPS only. */
public enum Secure {

    /** When the request came over HTTPS, directly or as reported by a trusted proxy. */
    AUTO,
    ALWAYS,
    NEVER
}
