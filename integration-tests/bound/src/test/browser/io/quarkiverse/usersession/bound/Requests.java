package io.quarkiverse.usersession.bound;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** What the browser has asked for, in this order, with the answers. */
@ApplicationScoped
public class Requests {

    private static final int BEFORE_ALL_OTHERS = 1_000;
    private static final int PATIENCE_SECONDS = 60;

    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    record Seen(String request, int status, boolean proof, String site, String skipped) {
    }

    void init(@Observes Filters filters) {
        filters.register(this::see, BEFORE_ALL_OTHERS);
    }

    private void see(RoutingContext rc) {
        String request = rc.request().method() + " " + rc.request().path();
        boolean proof = String.valueOf(rc.request().getHeader("Cookie")).contains("-proof=");
        String site = rc.request().getHeader("Sec-Fetch-Site");
        String skipped = rc.request().getHeader("Secure-Session-Skipped");
        rc.addBodyEndHandler(ignored -> {
            synchronized (seen) {
                seen.add(new Seen(request, rc.response().getStatusCode(), proof, site, skipped));
                seen.notifyAll();
            }
        });
        rc.next();
    }

    void forget() {
        seen.clear();
    }

    List<Seen> all() {
        return List.copyOf(seen);
    }

    List<Seen> all(String request) {
        return seen.stream().filter(each -> each.request().equals(request)).toList();
    }

    /** Waits until there was such a request. */
    Seen await(String request, Predicate<Seen> predicate) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (seen) {
            while (true) {
                for (Seen each : seen) {
                    if (each.request().equals(request) && predicate.test(each)) {
                        return each;
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("There was no such request to " + request + " among " + seen);
                }
                try {
                    seen.wait(left);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
