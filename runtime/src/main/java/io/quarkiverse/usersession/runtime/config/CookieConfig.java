package io.quarkiverse.usersession.runtime.config;

import java.util.Optional;

import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;

/**
 * The cookie that holds a session.
 */
@ConfigGroup
public interface CookieConfig {

    /**
     * The name of the cookie. It may begin with `__Host-` or `__Secure-`. For a named session, the default is its name with
     * `__` in front.
     */
    @ConfigDocDefault("__session")
    Optional<String> name();

    /**
     * The path of the cookie. Browsers send the cookie only with requests for this path and paths below it.
     */
    @ConfigDocDefault("/")
    Optional<String> path();

    /**
     * The domain of the cookie. Browsers send the cookie to all hosts of this domain. If this is not set, they send it only to
     * the host that set it.
     */
    Optional<String> domain();

    /**
     * The `SameSite` attribute, which says with which requests from other sites browsers send the cookie.
     */
    @ConfigDocDefault("lax")
    Optional<SameSite> sameSite();

    /**
     * Whether to hide the cookie from scripts in the page.
     */
    @ConfigDocDefault("true")
    Optional<Boolean> httpOnly();

    /**
     * Whether the cookie has the `Secure` attribute, so that browsers send it only over HTTPS. With `auto`, it has the
     * attribute if the request used HTTPS. Behind a proxy that ends TLS, this needs
     * `quarkus.http.proxy.proxy-address-forwarding=true`.
     */
    @ConfigDocDefault("auto")
    Optional<Secure> secure();

    /**
     * Whether the cookie is partitioned (CHIPS): each site that embeds this application in a frame then has a separate session.
     */
    @ConfigDocDefault("false")
    Optional<Boolean> partitioned();
}
