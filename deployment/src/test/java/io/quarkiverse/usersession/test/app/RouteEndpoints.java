package io.quarkiverse.usersession.test.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usersession.UserSession;
import io.quarkus.vertx.web.Param;
import io.quarkus.vertx.web.Route;
import io.vertx.ext.web.RoutingContext;

@ApplicationScoped
public class RouteEndpoints {

    @Inject
    UserSession session;

    @Route(path = "/route/set")
    String set(@Param String value) {
        return Steps.set(session, value);
    }

    @Route(path = "/route/get")
    String get() {
        return Steps.get(session);
    }

    @Route(path = "/route/untouched")
    String untouched() {
        return "untouched";
    }

    @Route(path = "/route/set-422")
    void setThenRefuse(RoutingContext rc, @Param String value) {
        Steps.set(session, value);
        rc.fail(Steps.UNPROCESSABLE);
    }

    @Route(path = "/route/set-throw")
    String setThenThrow(@Param String value) {
        Steps.set(session, value);
        throw new IllegalStateException("thrown by the endpoint");
    }

    @Route(path = "/route/late")
    void late(RoutingContext rc, @Param String value) {
        Steps.set(session, value);
        rc.response().setChunked(true).write("first\n");
        rc.response().end(Steps.setAfterTheHeaders(session));
    }

    @Route(path = "/route/set-reroute")
    void setThenReroute(RoutingContext rc, @Param String value) {
        Steps.set(session, value);
        rc.reroute("/blocking/get");
    }

    @Route(path = "/route/set-not-modified")
    void setThenNotModified(RoutingContext rc, @Param String value) {
        Steps.set(session, value);
        rc.response().setStatusCode(304).putHeader("Content-Length", "1000").end();
    }

    @Route(path = "/route/set-no-content")
    void setThenNoContent(RoutingContext rc, @Param String value) {
        Steps.set(session, value);
        rc.response().setStatusCode(204).end();
    }

    @Route(path = "/route/set-cached")
    void setThenCached(RoutingContext rc, @Param String value, @Param String vary, @Param String cache) {
        Steps.set(session, value);
        rc.response().putHeader("Vary", vary).putHeader("Cache-Control", cache).end("cached");
    }

    /** A handler that is added after ours, and so runs before it. */
    @Route(path = "/route/set-at-headers-end")
    void setAtHeadersEnd(RoutingContext rc, @Param String value) {
        rc.addHeadersEndHandler(event -> Steps.set(session, value));
        rc.response().end("set");
    }

    /** Takes the only headers-end handler that a response has, and with it the one of the router. */
    @Route(path = "/route/set-replacing-handler")
    void setReplacingHandler(RoutingContext rc, @Param String value) {
        Steps.set(session, value);
        rc.response().headersEndHandler(event -> {
        });
        rc.response().end("set");
    }

    @Route(path = "/route/get-replacing-handler")
    void getReplacingHandler(RoutingContext rc) {
        rc.response().headersEndHandler(event -> {
        });
        rc.response().end(Steps.get(session));
    }
}
