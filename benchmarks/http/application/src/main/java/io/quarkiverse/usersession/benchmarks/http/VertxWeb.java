package io.quarkiverse.usersession.benchmarks.http;

import java.time.Duration;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.Session;
import io.vertx.ext.web.handler.SessionHandler;
import io.vertx.ext.web.sstore.cookie.CookieSessionStore;

/** The sessions of vertx-web in a cookie, which Vert.x 4 signs and does not encrypt. */
final class VertxWeb {

    private final SessionHandler handler;

    VertxWeb(Vertx vertx) {
        handler = SessionHandler.create(CookieSessionStore.create(vertx, "Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a"))
                .setSessionTimeout(Duration.ofDays(365).toMillis())
                .setNagHttps(false)
                .setCookieHttpOnlyFlag(true);
    }

    void handle(RoutingContext rc) {
        handler.handle(rc);
    }

    void read(RoutingContext rc) {
        String user = rc.session().get(Content.USER);
        if (!Work.USER.equals(user)) {
            throw new IllegalStateException("The session lacks the user");
        }
        rc.next();
    }

    void write(RoutingContext rc) {
        Session session = rc.session();
        if (session.isEmpty()) {
            Content.initial().forEach(session::put);
        }
        session.put(Content.VISITS, Content.nextVisits());
        rc.next();
    }
}
