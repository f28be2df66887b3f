package io.quarkiverse.usersession.bound;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** What the browser has asked for, in this order, with the answers. */
@ApplicationScoped
public class Requests {

    private static final int BEFORE_ALL_OTHERS = 1_000;
    private static final int PATIENCE_SECONDS = 120;

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private int underWay; // guarded by seen

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
        synchronized (seen) {
            underWay++;
        }
        AtomicBoolean ended = new AtomicBoolean();
        rc.addBodyEndHandler(ignored -> end(ended, new Seen(request, rc.response().getStatusCode(), proof, site, skipped)));
        rc.addEndHandler(ignored -> end(ended, null)); // the browser may have gone before there was an answer
        rc.next();
    }

    /** @param answered null if it was not */
    private void end(AtomicBoolean ended, Seen answered) {
        if (ended.compareAndSet(false, true)) {
            synchronized (seen) {
                underWay--;
                if (answered != null) {
                    seen.add(answered);
                }
                seen.notifyAll();
            }
        }
    }

    void forget() {
        awaitEnds();
        seen.clear();
    }

    List<Seen> all() {
        awaitEnds();
        return List.copyOf(seen);
    }

    List<Seen> all(String request) {
        return all().stream().filter(each -> each.request().equals(request)).toList();
    }

    /** A browser may have an answer a moment before the server is done with it. */
    private void awaitEnds() {
        awaitOr("Requests have not ended, others are ", () -> underWay == 0 ? seen : null);
    }

    /** Waits until there was such a request. */
    Seen await(String request, Predicate<Seen> predicate) {
        return awaitOr("There was no such request to " + request + " among ", () -> seen.stream()
                .filter(each -> each.request().equals(request) && predicate.test(each)).findFirst().orElse(null));
    }

    private <T> T awaitOr(String complaint, Supplier<T> result) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (seen) {
            for (T found = result.get(); true; found = result.get()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (found != null) {
                    return found;
                } else if (left <= 0) {
                    throw new AssertionError(complaint + seen);
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
