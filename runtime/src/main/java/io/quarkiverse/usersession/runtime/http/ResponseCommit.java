package io.quarkiverse.usersession.runtime.http;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.cookie.SetCookie;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.state.Commit;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Writes what a session has come to into the headers of the response, when they are about to be sent.
 */
final class ResponseCommit {

    private static final Logger LOG = Logger.getLogger(ResponseCommit.class);

    private final String name;
    private final CookieFormat format;
    private final SetCookie setCookie;
    private final SecureDetection secure;
    private final boolean cacheHeaders;

    ResponseCommit(String name, CookieFormat format, SetCookie setCookie, SecureDetection secure, boolean cacheHeaders) {
        this.name = name;
        this.format = format;
        this.setCookie = setCookie;
        this.secure = secure;
        this.cacheHeaders = cacheHeaders;
    }

    /** Never throws: an exception at this point would leave the client without an answer until it gives up. */
    void write(SessionState session, RoutingContext rc) {
        try {
            Commit commit = session.commit();
            MultiMap headers = rc.response().headers();
            if (cacheHeaders && session.isUsed()) {
                CacheHeaders.varyByCookie(headers);
            }
            if (commit.kind() == Commit.Kind.NONE) {
                return;
            }
            headers.add(HttpHeaders.SET_COOKIE, header(commit, rc));
            if (cacheHeaders) {
                CacheHeaders.forbidStoring(headers);
            }
            LOG.debugf("Session '%s': commit %s", name, commit.kind());
        } catch (Throwable e) {
            LOG.errorf(e, "Session '%s' could not be committed, its changes in %s %s are lost: the response became a 500", name,
                    rc.request().method(), rc.request().path());
            fail(rc.response());
        }
    }

    private String header(Commit commit, RoutingContext rc) {
        boolean secureCookie = secure.isSecure(rc.request());
        return commit.kind() == Commit.Kind.EXPIRE
                ? setCookie.expire(secureCookie)
                : setCookie.set(format.seal(commit.content()), commit.maxAge(), secureCookie);
    }

    /** The body is out of reach by now; where the status had meant that there is none, say so in the way a 500 does. */
    private static void fail(HttpServerResponse response) {
        int status = response.getStatusCode();
        if (status < 200 || status == 204 || status == 205 || status == 304) {
            response.headers().set(HttpHeaders.CONTENT_LENGTH, "0");
        }
        response.headers().set(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatusCode(500).setStatusMessage("Internal Server Error");
    }
}
