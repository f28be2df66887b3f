package io.quarkiverse.usersession.runtime.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;

import io.vertx.ext.web.RoutingContext;

/**
 * Warns about responses that caches may give to other users, once for each path. The number of paths is limited, because
 * clients can request any path.
 */
final class MissingVary {

    private static final Logger LOG = Logger.getLogger(MissingVary.class);
    private static final int MOST_PATHS = 100;

    private final String session;
    private final Set<String> paths = ConcurrentHashMap.newKeySet();

    MissingVary(String session) {
        this.session = session;
    }

    /** @param tooLate whether the session was first used after the headers were sent; otherwise our handler was replaced */
    void warn(RoutingContext rc, String path, boolean tooLate) {
        if (CacheHeaders.keepApart(rc.response().headers()) || paths.size() >= MOST_PATHS || !paths.add(path)) {
            return;
        }
        if (tooLate) {
            LOG.warnf("Session '%s': the response to %s %s depends on the session and has no Vary: Cookie, because the session"
                    + " was first used after the headers had been sent. Use it before the response begins, or set"
                    + " Cache-Control: no-store. This warning is logged only once for each path", session,
                    rc.request().method(), path);
        } else {
            LOG.warnf("Session '%s': the response to %s %s depends on the session and has no Vary: Cookie, because something"
                    + " called response().headersEndHandler(...), which replaced this extension's handler; use"
                    + " RoutingContext.addHeadersEndHandler(...). This warning is logged only once for each path", session,
                    rc.request().method(), path);
        }
    }
}
