package io.quarkiverse.usersession.runtime.origin;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.quarkiverse.usersession.SessionCrossOriginException;

/** A request that a page of another origin has caused. */
public final class ForeignRequest {

    private final RequestOrigin origin;
    private final CrossOriginGuard guard;
    private final AtomicBoolean counted = new AtomicBoolean();

    ForeignRequest(RequestOrigin origin, CrossOriginGuard guard) {
        this.origin = origin;
        this.guard = guard;
    }

    RequestOrigin origin() {
        return origin;
    }

    /** Whether this is the first call. */
    boolean isToBeCounted() {
        return counted.compareAndSet(false, true);
    }

    /**
     * Call this before the request reaches an endpoint.
     *
     * @param cookieHeaders the lines of the request's {@code Cookie} header
     * @return whether it must not reach the endpoint
     */
    public boolean isRefused(List<String> cookieHeaders) {
        return guard.refuses(this, cookieHeaders);
    }

    /**
     * Call this before the request changes a session.
     *
     * @throws SessionCrossOriginException if it must not change it
     */
    public void checkChange(String session) {
        guard.checkChange(this, session);
    }
}
