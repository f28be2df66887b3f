package io.quarkiverse.usersession.benchmarks.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Turns route filters on and off while the application runs, so that one process, with one history of its just-in-time
 * compiler, is measured with each of them and with none: {@code /mode/plain} is the application as if no extension was there.
 */
@Singleton
public class Modes {

    // where the extension has its filter: just before authentication
    private static final int FILTER_ORDER = -250;
    private static final String FILTER = "path='null', name=null, order=" + FILTER_ORDER + ",";

    private final Map<String, List<Route>> modes = new LinkedHashMap<>();

    void install(@Observes Router router, Vertx vertx) {
        router.get("/mode/:mode").order(Integer.MIN_VALUE).handler(rc -> change(router, rc));
        router.get("/allocated").order(Integer.MIN_VALUE).handler(rc -> rc.end(Long.toString(Allocation.bytesSoFar())));
        modes.put("plain", List.of());
        modes.put("extension", new ArrayList<>());
        modes.put("empty", List.of(filter(router, RoutingContext::next)));
        Floor floor = new Floor();
        modes.put("floor-read", List.of(filter(router, floor::read)));
        modes.put("floor-write", List.of(filter(router, floor::write)));
        VertxWeb vertxWeb = new VertxWeb(vertx);
        Route sessions = filter(router, vertxWeb::handle);
        modes.put("vertx-web", List.of(sessions));
        modes.put("vertx-web-read", List.of(sessions, filter(router, vertxWeb::read)));
        modes.put("vertx-web-write", List.of(sessions, filter(router, vertxWeb::write)));
    }

    private static Route filter(Router router, Handler<RoutingContext> handler) {
        return router.route().order(FILTER_ORDER - 1).handler(handler).disable();
    }

    private void change(Router router, RoutingContext rc) {
        String mode = rc.pathParam("mode");
        if (modes.get("extension").isEmpty()) {
            modes.put("extension", filterOfExtension(router));
        }
        if (!modes.containsKey(mode)) {
            rc.fail(404);
            return;
        }
        modes.values().forEach(routes -> routes.forEach(Route::disable));
        modes.get(mode).forEach(Route::enable);
        rc.end(mode + " " + modes.get(mode).size());
    }

    /** Routes have no public way to tell their order. */
    private static List<Route> filterOfExtension(Router router) {
        List<Route> found = router.getRoutes().stream().filter(route -> route.toString().contains(FILTER)).toList();
        if (found.size() != 1) {
            throw new IllegalStateException("Of the extension's one route filter, " + found.size() + " were found");
        }
        return found;
    }
}
