package io.quarkiverse.usersession.runtime.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.origin.CrossOriginGuard;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.quarkus.arc.ClientProxy;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * All sessions of the application. As a route filter, it gives each request its own sessions, which later code finds by their
 * names.
 */
public final class Sessions implements Handler<RoutingContext> {

    private final ResponseCommit[] commits;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final CrossOriginGuard guard;
    private final OriginFilter origins;

    /** @param commits the objects that commit the sessions, by the names of the sessions */
    public Sessions(Map<String, ResponseCommit> commits, CrossOriginGuard guard) {
        this.guard = guard;
        this.origins = new OriginFilter(guard);
        this.commits = new ResponseCommit[commits.size()];
        for (Map.Entry<String, ResponseCommit> commit : commits.entrySet()) {
            int place = places.size();
            this.commits[place] = commit.getValue();
            places.put(commit.getKey(), place);
        }
    }

    @Override
    public void handle(RoutingContext rc) {
        RequestSessions sessions = RequestSessions.find(rc);
        // a filter of the application may have asked for them before
        if ((sessions == null || !sessions.isFiltered()) && origins.answers(rc)) {
            return;
        }
        RequestSessions.enter(rc, commits);
        rc.next();
    }

    private RequestSessions of(RoutingContext rc) {
        RequestSessions sessions = RequestSessions.find(rc);
        if (sessions == null) {
            origins.judge(rc); // the management interface has no filter, so its sessions can be read and not changed
            sessions = RequestSessions.of(rc, commits);
        }
        return sessions;
    }

    /** The session of this request with that name. */
    public SessionState session(RoutingContext rc, String name) {
        return of(rc).session(places.get(name));
    }

    /** @return null if it is not a session of this extension */
    public static SessionState stateOf(UserSession session) {
        UserSession own = ClientProxy.unwrap(Objects.requireNonNull(session, "session must not be null"));
        if (own instanceof CurrentSession injected) {
            own = injected.state();
        }
        return own instanceof SessionState state ? state : null;
    }

    /** Whether this request can be sent to the login page. On the management interface it can't. */
    public boolean isForPages(RoutingContext rc) {
        return of(rc).isFiltered();
    }

    /** The page that the browser wants after the sign-in; null if nobody can sign in. */
    public WantedPage wantedPage(RoutingContext rc) {
        return of(rc).wantedPage();
    }

    /** Binds sign-ins to browsers; null if they are not bound. */
    public DeviceBinding binding() {
        for (ResponseCommit commit : commits) {
            if (commit.binding() != null) {
                return commit.binding();
            }
        }
        return null;
    }

    /** The storage of the session with that name. */
    public SessionStorage storage(String name) {
        return new CookieSessionStorage(commits[places.get(name)], rc -> session(rc, name));
    }

    /** The names of all sessions, in the order in which they were given. */
    public Set<String> names() {
        return Collections.unmodifiableSet(places.keySet());
    }

    /** Keeps requests from other origins away from all sessions. */
    public CrossOriginGuard guard() {
        return guard;
    }

    /** The common definition of all sessions with that name. */
    public SessionDefinition definition(String name) {
        return commits[places.get(name)].definition();
    }
}
