package io.quarkiverse.usersession.runtime.origin;

/** From which proxies Quarkus takes the host to which browsers have sent a request. */
public enum ForwardedHost {

    NEVER,
    OF_SOME,
    OF_ALL
}
