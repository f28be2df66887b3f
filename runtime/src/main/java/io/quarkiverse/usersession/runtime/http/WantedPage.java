package io.quarkiverse.usersession.runtime.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * The page that the browser of a request wants after the sign-in. It reads the location from the request's cookie, and keeps or
 * removes it with the response. Nothing is read from the request while the lock is held: see {@code RequestView}.
 */
public final class WantedPage {

    private static final Logger LOG = Logger.getLogger(WantedPage.class);

    private static final String KEY = WantedPage.class.getName();

    private final RoutingContext rc;
    private final WantedCookie cookie;

    private boolean asked;
    private boolean taken;
    private boolean toBeExpired;
    private String toBeKept; // null if nothing is
    private boolean headersSent;

    private WantedPage(RoutingContext rc, WantedCookie cookie) {
        this.rc = rc;
        this.cookie = cookie;
    }

    /** The wanted page of a request: always the same object. */
    static synchronized WantedPage of(RoutingContext rc, WantedCookie cookie) {
        WantedPage page = of(rc);
        if (page == null) {
            page = new WantedPage(rc, cookie);
            rc.put(KEY, page);
        }
        return page;
    }

    /** @return null if it has not been created */
    static WantedPage of(RoutingContext rc) {
        return rc.get(KEY);
    }

    /** The page that this request asks for. */
    public RequestedPage requested() {
        return RequestedPage.of(rc.request());
    }

    /** Whether the cookie is partitioned, so that a page in a frame of another site can use it. */
    public boolean isPartitioned() {
        return cookie.isPartitioned();
    }

    /** Keeps the location for after the sign-in. */
    public synchronized void keep(String location) {
        toBeKept = location;
    }

    boolean isThere() {
        synchronized (this) {
            asked = true;
            if (taken) {
                return false;
            }
        }
        return find() != null;
    }

    /** @param remove whether the response removes it from the browser */
    Optional<URI> take(boolean remove) {
        String location = find();
        String origin = RequestedPage.origin(rc.request());
        String path = rc.request().path();
        synchronized (this) {
            asked = true;
            if (taken || location == null || origin == null) {
                return Optional.empty();
            }
            if (headersSent) {
                LOG.warnf("The wanted location was taken after the headers of the response to %s had been sent. It will be"
                        + " there again in the next request; take it before the response begins", path);
            }
            taken = true;
            toBeExpired = remove;
        }
        try {
            return Optional.of(new URI(origin + location));
        } catch (URISyntaxException e) {
            return Optional.empty(); // Java does not accept the host
        }
    }

    private String find() {
        return cookie.find(rc.request().headers().getAll(HttpHeaders.COOKIE));
    }

    /** The headers are about to be sent. Never throws, because the client would not get a response. */
    void commit() {
        String kept;
        boolean expire;
        boolean vary;
        synchronized (this) {
            headersSent = true;
            kept = toBeKept;
            expire = toBeExpired;
            vary = asked || kept != null;
        }
        try {
            HttpServerRequest request = rc.request();
            MultiMap headers = rc.response().headers();
            if (vary) {
                cookie.vary(headers);
            }
            if (kept != null) {
                cookie.set(kept, request, headers);
            } else if (expire) {
                cookie.expire(request, headers);
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "The wanted location could not be kept or removed in %s %s", rc.request().method(),
                    rc.request().path());
        }
    }
}
