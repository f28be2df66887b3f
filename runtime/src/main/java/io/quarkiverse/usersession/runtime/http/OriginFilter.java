package io.quarkiverse.usersession.runtime.http;

import java.util.List;

import io.quarkiverse.usersession.runtime.origin.CrossOriginGuard;
import io.quarkiverse.usersession.runtime.origin.ForeignRequest;
import io.quarkiverse.usersession.runtime.origin.RequestOrigin;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;

/** Checks where requests come from, once for each request: not again when it is rerouted. */
final class OriginFilter {

    private static final String KEY = ForeignRequest.class.getName();
    private static final CharSequence SEC_FETCH_SITE = HttpHeaders.createOptimized("Sec-Fetch-Site");
    static final int FORBIDDEN = 403;

    private final CrossOriginGuard guard;

    OriginFilter(CrossOriginGuard guard) {
        this.guard = guard;
    }

    /** @return null if the request was not checked, or comes from our own or a trusted origin */
    static ForeignRequest foreign(RoutingContext rc) {
        return rc.get(KEY);
    }

    /** @return whether the request was answered, so that it must not continue */
    boolean answers(RoutingContext rc) {
        if (foreign(rc) == null) {
            judge(rc);
        }
        ForeignRequest foreign = foreign(rc);
        if (foreign == null || !foreign.isRefused(rc.request().headers().getAll(HttpHeaders.COOKIE))) {
            return false;
        }
        rc.response().setStatusCode(FORBIDDEN).end();
        return true;
    }

    void judge(RoutingContext rc) {
        HttpServerRequest request = rc.request();
        HttpMethod method = request.method();
        if (guard.isOff() || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS) {
            return;
        }
        MultiMap headers = request.headers();
        boolean handshake = method == HttpMethod.GET;
        if (handshake && !headers.contains(HttpHeaders.UPGRADE)) {
            return;
        }
        List<String> fetchSites = headers.getAll(SEC_FETCH_SITE);
        List<String> origins = headers.getAll(HttpHeaders.ORIGIN);
        String fetchSite = fetchSites.isEmpty() ? null : fetchSites.get(0);
        String origin = origins.isEmpty() ? null : origins.get(0);
        if (fetchSites.size() > 1 || origins.size() > 1) {
            // browsers send one, and the rest of the application may believe another one of several
            fetchSite = RequestOrigin.SEVERAL;
            origin = RequestOrigin.UNTOLD;
        } else if (RequestOrigin.isOwn(fetchSite, origin)) {
            return;
        }
        HostAndPort authority = request.authority();
        ForeignRequest foreign = guard.judge(new RequestOrigin(method.name(), handshake, rc.normalizedPath(), fetchSite, origin,
                authority == null ? null : authority.host(), authority == null ? -1 : authority.port()));
        if (foreign != null) {
            rc.put(KEY, foreign);
        }
    }
}
