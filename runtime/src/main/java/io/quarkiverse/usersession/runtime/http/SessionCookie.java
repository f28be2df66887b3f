package io.quarkiverse.usersession.runtime.http;

import java.util.List;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.cookie.ForeignCookie;
import io.quarkiverse.usersession.runtime.cookie.Importer;
import io.quarkiverse.usersession.runtime.cookie.SetCookie;
import io.quarkiverse.usersession.runtime.state.Commit;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * The cookie of one configured session: writes what a session has come to into {@code Set-Cookie} headers.
 */
public final class SessionCookie {

    private static final Logger LOG = Logger.getLogger(SessionCookie.class);

    private final SessionDefinition definition;
    private final SetCookie setCookie;
    private final ForeignCookie foreignCookie; // null if nothing is imported
    private final SecureDetection secure;
    private final boolean cacheHeaders;

    /** @param importer null if nothing is imported */
    public SessionCookie(SessionDefinition definition, SessionSettings settings, Importer importer, boolean production) {
        this.definition = definition;
        this.setCookie = new SetCookie(settings.cookie());
        this.foreignCookie = importer == null ? null : ForeignCookie.of(importer.cookie(), settings.cookie());
        this.secure = new SecureDetection(settings.cookie(), production);
        this.cacheHeaders = settings.cacheHeaders();
    }

    SessionDefinition definition() {
        return definition;
    }

    /**
     * Commits the session with the response, whose headers are about to be sent. Never throws: an exception at this point would
     * leave the client without an answer until it gives up.
     */
    void commit(SessionState session, RoutingContext rc) {
        try {
            Commit commit = session.commit();
            if (commit != Commit.UNUSED) {
                write(commit, rc);
            }
        } catch (Throwable e) {
            LOG.errorf(e, "Session '%s' could not be committed, its changes in %s %s are lost: the response became a 500",
                    definition.name(), rc.request().method(), rc.request().path());
            fail(rc.response());
        }
    }

    private void write(Commit commit, RoutingContext rc) {
        MultiMap headers = rc.response().headers();
        if (cacheHeaders) {
            CacheHeaders.varyByCookie(headers);
        }
        // what the application was given may have been dropped since, with the rest of its response
        boolean sent = commit.byHand() && setCookie.isIn(headers.getAll(HttpHeaders.SET_COOKIE));
        if (!sent && commit.kind() != Commit.Kind.NONE) {
            headers.add(HttpHeaders.SET_COOKIE, header(commit, rc));
            sent = true;
            LOG.debugf("Session '%s': commit %s", definition.name(), commit.kind());
        }
        if (foreignCookie != null && commit.endsImport()) {
            sent |= expireForeignCookie(headers, rc);
        }
        if (sent && cacheHeaders) {
            CacheHeaders.forbidStoring(headers);
        }
    }

    /** @return whether there is one to expire */
    private boolean expireForeignCookie(MultiMap headers, RoutingContext rc) {
        List<String> expiries = foreignCookie.expiries(rc.request().isSSL() || secure.isSecure(rc.request()));
        if (expiries.isEmpty()) {
            return false;
        }
        // before our own cookie, which a browser without partitions may take for the same
        List<String> others = headers.getAll(HttpHeaders.SET_COOKIE);
        headers.remove(HttpHeaders.SET_COOKIE);
        expiries.forEach(expiry -> headers.add(HttpHeaders.SET_COOKIE, expiry));
        others.forEach(other -> headers.add(HttpHeaders.SET_COOKIE, other));
        return true;
    }

    /** @param rc the request to follow with {@code cookie.secure=auto}; null if there is none */
    String header(Commit commit, RoutingContext rc) {
        boolean secureCookie = rc == null ? secure.isSecureWithoutRequest() : secure.isSecure(rc.request());
        if (commit.kind() == Commit.Kind.EXPIRE) {
            definition.metrics().expired();
            return setCookie.expire(secureCookie);
        }
        String value = definition.format().seal(commit.content());
        definition.metrics().set(commit.kind(), definition.name().length() + value.length());
        return setCookie.set(value, commit.maxAge(), secureCookie);
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
