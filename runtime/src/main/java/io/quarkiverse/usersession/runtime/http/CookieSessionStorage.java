package io.quarkiverse.usersession.runtime.http;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.state.RequestView;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.vertx.ext.web.RoutingContext;

/**
 * Opens sessions that belong to no request, and seals them on demand.
 */
final class CookieSessionStorage implements SessionStorage {

    private final ResponseCommit commit;
    private final Function<RoutingContext, SessionState> ofRequest;

    CookieSessionStorage(ResponseCommit commit, Function<RoutingContext, SessionState> ofRequest) {
        this.commit = commit;
        this.ofRequest = ofRequest;
    }

    @Override
    public UserSession getUserSession(RoutingContext rc) {
        return ofRequest.apply(notNull(rc));
    }

    @Override
    public UserSession getSession(String cookieHeader) {
        return new SessionState(commit.definition(), new NoRequest(cookieHeader), false);
    }

    @Override
    public String commitSession(UserSession session) {
        return commit(session, null);
    }

    @Override
    public String commitSession(UserSession session, Duration maxAge) {
        return commit(own(session).maxAge(maxAge), null);
    }

    @Override
    public String commitSession(UserSession session, RoutingContext rc) {
        return commit(session, notNull(rc));
    }

    @Override
    public String commitSession(UserSession session, Duration maxAge, RoutingContext rc) {
        return commit(own(session).maxAge(maxAge), notNull(rc));
    }

    @Override
    public String destroySession(UserSession session) {
        return destroy(session, null);
    }

    @Override
    public String destroySession(UserSession session, RoutingContext rc) {
        return destroy(session, notNull(rc));
    }

    private String commit(UserSession session, RoutingContext rc) {
        return handOut(own(session), rc);
    }

    private String destroy(UserSession session, RoutingContext rc) {
        SessionState state = own(session);
        state.destroy();
        return handOut(state, rc);
    }

    private String handOut(SessionState session, RoutingContext rc) {
        if (rc != null) {
            // what the request brought decides what else its response must expire, and whether it depends on a cookie
            ofRequest.apply(rc).openToBeReplaced();
        }
        return commit.handOut(session, rc);
    }

    private static RoutingContext notNull(RoutingContext rc) {
        return Objects.requireNonNull(rc, "rc must not be null");
    }

    private SessionState own(UserSession session) {
        SessionState state = Sessions.stateOf(session);
        if (state != null && state.isOf(commit.definition())) {
            return state;
        }
        throw new IllegalArgumentException("This is the storage of session '" + commit.definition().name()
                + "', which can commit or destroy only that session");
    }

    private record NoRequest(String cookieHeader) implements RequestView {

        @Override
        public List<String> cookieHeaders() {
            return cookieHeader == null ? List.of() : List.of(cookieHeader);
        }

        @Override
        public String path() {
            return "no request";
        }

        @Override
        public boolean isHead() {
            return false; // whatever the application answers with it, it commits it itself
        }

        /** Leaves out the cookies, because this text may end up in a log. */
        @Override
        public String toString() {
            return "NoRequest";
        }
    }
}
