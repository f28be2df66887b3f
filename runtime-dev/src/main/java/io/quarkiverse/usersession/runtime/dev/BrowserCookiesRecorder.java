package io.quarkiverse.usersession.runtime.dev;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.annotations.Recorder;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

@Recorder
public class BrowserCookiesRecorder {

    static final String TOKEN = "X-Token";

    /**
     * Takes the cookies of a request, with the token in a header. The response is empty. Browsers name the origin of each
     * {@code POST}, so that the filter of the Dev UI can refuse those of other sites; they name none for a {@code GET}.
     */
    public Handler<RoutingContext> handler() {
        return new Handler<RoutingContext>() {
            @Override
            public void handle(RoutingContext rc) {
                if (rc.request().method() != HttpMethod.POST) {
                    rc.response().setStatusCode(405).putHeader(HttpHeaders.ALLOW, "POST").end();
                    return;
                }
                Arc.container().instance(BrowserCookies.class).get().keep(rc.request().getHeader(TOKEN),
                        String.join("; ", rc.request().headers().getAll(HttpHeaders.COOKIE)));
                rc.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store").setStatusCode(204).end();
            }
        };
    }
}
