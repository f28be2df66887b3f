package io.quarkiverse.usersession.runtime.http;

import java.util.Locale;

import io.quarkus.vertx.http.runtime.ForwardedInfo;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;

/**
 * The address of a request, as the application sees it and as the browser sees it: a trusted proxy may have stripped a prefix,
 * which it forwards.
 *
 * @param path encoded
 * @param prefix the prefix that a trusted proxy has stripped; empty if there is none
 * @param query the query with its question mark; empty if there is none
 */
public record RequestedPage(String path, String prefix, String query) {

    public static RequestedPage of(HttpServerRequest request) {
        RequestedPage page = of(request.uri(), request.path());
        // after a reroute the address is without it
        return page.prefix.isEmpty() ? new RequestedPage(page.path, forwardedPrefix(), page.query) : page;
    }

    private static String forwardedPrefix() {
        Context context = Vertx.currentContext();
        ForwardedInfo forwarded = context == null ? null : context.getLocal(ForwardedInfo.CONTEXT_KEY);
        String prefix = forwarded == null || forwarded.getPrefix() == null ? "" : forwarded.getPrefix();
        int start = prefix.startsWith("/") ? 1 : 0;
        int end = prefix.endsWith("/") ? prefix.length() - 1 : prefix.length();
        return start < end ? "/" + prefix.substring(start, end) : "";
    }

    /**
     * @param uri the URI of the request as it was received: it may have the prefix, or be absolute
     * @param path the path as it was received, without either
     */
    static RequestedPage of(String uri, String path) {
        int questionMark = uri.indexOf('?');
        String query = questionMark < 0 ? "" : uri.substring(questionMark);
        int prefixLength = uri.length() - query.length() - path.length();
        boolean prefixed = prefixLength > 0 && uri.startsWith("/") && uri.startsWith(path, prefixLength);
        return new RequestedPage(path, prefixed ? uri.substring(0, prefixLength) : "", query);
    }

    /** The path and query that the browser requested on this host. */
    public String location() {
        return prefix + path + query;
    }

    /** @return scheme, host and port of this application as the browser knows them; null if the request doesn't tell */
    public static String origin(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        if (authority == null || authority.host() == null || authority.host().isEmpty()) {
            return null;
        }
        // that of a forwarded header is whatever the header says
        boolean https = "https".equalsIgnoreCase(request.scheme());
        boolean defaultPort = authority.port() < 0 || authority.port() == (https ? 443 : 80);
        return (https ? "https://" : "http://") + authority.host().toLowerCase(Locale.ROOT)
                + (defaultPort ? "" : ":" + authority.port());
    }
}
