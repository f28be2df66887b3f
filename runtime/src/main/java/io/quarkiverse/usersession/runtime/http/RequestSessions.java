package io.quarkiverse.usersession.runtime.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.usersession.runtime.state.RequestView;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * The sessions of one request. They are created on demand, and committed when the headers of the response are about to be sent.
 * This object is in the routing context, because the CDI request scope does not exist yet when filters run, and is a different
 * one after a reroute.
 */
final class RequestSessions implements RequestView, Handler<Void> {

    private static final String KEY = RequestSessions.class.getName();

    private final RoutingContext rc;
    private final ResponseCommit[] commits;
    private final boolean head; // as the client sees it, which a reroute doesn't change
    private final boolean foreign; // so is this

    private final String uri; // as the client sent it, with what a trusted proxy took off; without a lock, see RequestView
    private SessionState[] sessions; // at the places of what commits them; null until one is asked for
    private boolean headersSent;
    private boolean filtered; // not on the management interface, which has no filter

    private RequestSessions(RoutingContext rc, ResponseCommit[] commits) {
        this.rc = rc;
        this.commits = commits;
        this.uri = rc.request().uri();
        this.head = rc.request().method() == HttpMethod.HEAD;
        this.foreign = OriginFilter.foreign(rc) != null;
    }

    /** @return null if there are none yet */
    static RequestSessions find(RoutingContext rc) {
        return rc.get(KEY);
    }

    static RequestSessions of(RoutingContext rc, ResponseCommit[] commits) {
        RequestSessions sessions = find(rc);
        return sessions == null ? begin(rc, commits) : sessions;
    }

    /** Call this each time the request passes the route filters. */
    static void enter(RoutingContext rc, ResponseCommit[] commits) {
        RequestSessions sessions = find(rc);
        if (sessions == null) {
            begin(rc, commits).filtered = true;
        } else {
            sessions.filtered = true;
            // rerouted, to another path and without the handlers
            rc.addHeadersEndHandler(sessions);
            if (sessions.areUsed()) {
                sessions.watch();
            }
        }
    }

    private static RequestSessions begin(RoutingContext rc, ResponseCommit[] commits) {
        RequestSessions sessions = new RequestSessions(rc, commits);
        rc.put(KEY, sessions);
        // the handlers run last in, first out: ours, registered before all others, sees what they change
        rc.addHeadersEndHandler(sessions);
        return sessions;
    }

    /** The session at that place. It is always the same object. */
    SessionState session(int place) {
        SessionState session;
        boolean first;
        boolean late = false;
        synchronized (this) {
            first = sessions == null;
            if (first) {
                sessions = new SessionState[commits.length];
            }
            if (sessions[place] == null) {
                sessions[place] = new SessionState(commits[place].definition(), this, headersSent);
                late = headersSent;
            }
            session = sessions[place];
        }
        // without our lock, as Vert.x takes that of the connection
        if (first) {
            watch();
        }
        if (late) {
            commits[place].warnOfMissingVary(rc, path(), true); // now: many streams have no end but that the client goes
        }
        return session;
    }

    private synchronized boolean areUsed() {
        return sessions != null;
    }

    /** Whether the request has come to the filter of the sessions. */
    boolean isFiltered() {
        return filtered;
    }

    /** @return null if nobody can sign in */
    WantedPage wantedPage() {
        for (ResponseCommit commit : commits) {
            if (commit.wanted() != null) {
                return WantedPage.of(rc, commit.wanted());
            }
        }
        return null;
    }

    @Override
    public boolean isSignInWanted() {
        WantedPage page = wantedPage();
        return page != null && page.isThere();
    }

    @Override
    public Optional<URI> takeWantedLocation() {
        WantedPage page = wantedPage();
        return page == null ? Optional.empty() : page.take(!head); // a HEAD changes nothing
    }

    /** The headers are about to be sent. */
    @Override
    public void handle(Void event) {
        commitWantedPage();
        SessionState[] used;
        synchronized (this) {
            if (headersSent) {
                return;
            }
            headersSent = true;
            used = sessions == null ? null : sessions.clone();
        }
        if (used == null && !handOut(commits) && !ResponseCookies.areIn(rc.response().headers())) {
            return;
        }
        for (int place = 0; place < commits.length; place++) {
            commits[place].commit(used == null ? null : used[place], rc);
        }
    }

    /** Whether the response may have a session cookie that is not in its headers yet: see {@link ResponseCookies}. */
    private static boolean handOut(ResponseCommit[] commits) {
        for (ResponseCommit commit : commits) {
            if (commit.handsOut()) {
                return true;
            }
        }
        return false;
    }

    private void commitWantedPage() {
        WantedPage page = WantedPage.of(rc);
        if (page != null) {
            page.commit();
        }
    }

    @Override
    public List<String> cookieHeaders() {
        return rc.request().headers().getAll(HttpHeaders.COOKIE);
    }

    @Override
    public String userAgent() {
        return rc.request().getHeader(HttpHeaders.USER_AGENT);
    }

    @Override
    public String path() {
        return RequestPath.of(uri);
    }

    /** The path of the request as the browser knows it, which a reroute doesn't change. */
    static String path(RoutingContext rc) {
        RequestSessions sessions = rc.get(KEY);
        return RequestPath.of(sessions == null ? rc.request().uri() : sessions.uri);
    }

    @Override
    public boolean isHead() {
        return head;
    }

    @Override
    public void checkChange(String session) {
        if (foreign) {
            OriginFilter.foreign(rc).checkChange(session);
        }
    }

    /**
     * This does not use {@code addEndHandler}, which replaces the close and exception handlers of the response. A {@code Uni}
     * or {@code Multi} needs them, so that it is cancelled when the client has gone.
     */
    private void watch() {
        rc.addBodyEndHandler(this::responseHasEnded);
    }

    private void responseHasEnded(Void event) {
        SessionState[] used;
        synchronized (this) {
            used = sessions.clone();
        }
        for (int place = 0; place < used.length; place++) {
            if (used[place] != null) {
                UnnoticedUse.log(commits[place], used[place], rc, path());
            }
        }
    }
}
