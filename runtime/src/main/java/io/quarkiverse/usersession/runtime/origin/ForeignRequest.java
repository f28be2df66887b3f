package io.quarkiverse.usersession.runtime.origin;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.quarkiverse.usersession.SessionCrossOriginException;

/** A request that another origin has made. */
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

    /** Whether this is asked for the first time. */
    boolean isToBeCounted() {
        return counted.compareAndSet(false, true);
    }

    /**
     * To be called before the request reaches an endpoint.
     *
     * @param cookieHeaders the lines of its {@code Cookie} header
     * @return whether it must not
     */
    public boolean isRefused(List<String> cookieHeaders) {
        return guard.refuses(this, cookieHeaders);
    }

    /**
     * To be called before the request changes a session.
     *
     * @throws SessionCrossOriginException if it must not
     */
    public void checkChange(String session) {
        guard.checkChange(this, session);
    }
}
