package io.quarkiverse.usersession.runtime.dev;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.annotations.Recorder;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

@Recorder
public class BrowserCookiesRecorder {

    /** Takes the cookies of a request, with the token in its query. The response is empty. */
    public Handler<RoutingContext> handler() {
        return new Handler<RoutingContext>() {
            @Override
            public void handle(RoutingContext rc) {
                Arc.container().instance(BrowserCookies.class).get().keep(rc.request().getParam("token"),
                        String.join("; ", rc.request().headers().getAll(HttpHeaders.COOKIE)));
                rc.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store").setStatusCode(204).end();
            }
        };
    }
}
