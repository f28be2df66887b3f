package io.quarkiverse.usersession.runtime.config;

import java.util.Optional;

import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;

/**
 * The cookie that carries a session.
 */
@ConfigGroup
public interface CookieConfig {

    /**
     * The name of the cookie. It may begin with `__Host-` or `__Secure-`. The cookie of a named session is called `__` and its
     * name unless this is set.
     */
    @ConfigDocDefault("__session")
    Optional<String> name();

    /**
     * Only requests for this path and paths below it carry the cookie.
     */
    @ConfigDocDefault("/")
    Optional<String> path();

    /**
     * The domain whose hosts all receive the cookie. Unless set, only the host that set it does.
     */
    Optional<String> domain();

    /**
     * Which requests that come from other sites carry the cookie.
     */
    @ConfigDocDefault("lax")
    Optional<SameSite> sameSite();

    /**
     * Whether to hide the cookie from scripts in the page.
     */
    @ConfigDocDefault("true")
    Optional<Boolean> httpOnly();

    /**
     * When the cookie is restricted to HTTPS. `auto` follows the request; behind a proxy that ends TLS this needs
     * `quarkus.http.proxy.proxy-address-forwarding=true`.
     */
    @ConfigDocDefault("auto")
    Optional<Secure> secure();

    /**
     * Whether a page that embeds this application in a frame has a session of its own (CHIPS).
     */
    @ConfigDocDefault("false")
    Optional<Boolean> partitioned();
}
