package io.quarkiverse.usersession.runtime.config;

import io.quarkiverse.usersession.runtime.origin.ForwardedHost;
import io.quarkus.vertx.http.runtime.ProxyConfig;

/** What Quarkus reads from the headers of proxies. Most of its settings have an effect only together with others. */
public final class ForwardedHeaders {

    private ForwardedHeaders() {
    }

    static ForwardedHost host(ProxyConfig proxy) {
        boolean isRead = proxy.proxyAddressForwarding()
                && (proxy.allowForwarded() || readsXForwarded(proxy) && proxy.enableForwardedHost());
        if (!isRead) {
            return ForwardedHost.NEVER;
        }
        return proxy.trustedProxies().isPresent() ? ForwardedHost.OF_SOME : ForwardedHost.OF_ALL;
    }

    /** Whether a proxy may tell that it has removed a prefix from the path that the browser knows. */
    public static boolean havePrefix(ProxyConfig proxy) {
        return proxy.proxyAddressForwarding() && readsXForwarded(proxy) && proxy.enableForwardedPrefix();
    }

    private static boolean readsXForwarded(ProxyConfig proxy) {
        return proxy.allowXForwarded().orElse(!proxy.allowForwarded());
    }
}
