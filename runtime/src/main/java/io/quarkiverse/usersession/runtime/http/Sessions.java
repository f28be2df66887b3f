package io.quarkiverse.usersession.runtime.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * All sessions of the application: as a route filter it gives each request its own, and whoever asks later finds them by
 * their names.
 */
public final class Sessions implements Handler<RoutingContext> {

    private final SessionCookie[] cookies;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    /** @param cookies the cookies of the sessions by name */
    public Sessions(Map<String, SessionCookie> cookies) {
        this.cookies = new SessionCookie[cookies.size()];
        for (Map.Entry<String, SessionCookie> cookie : cookies.entrySet()) {
            int place = places.size();
            this.cookies[place] = cookie.getValue();
            places.put(cookie.getKey(), place);
        }
    }

    @Override
    public void handle(RoutingContext rc) {
        RequestSessions.enter(rc, cookies);
        rc.next();
    }

    /** The session of this request with that name. */
    public SessionState session(RoutingContext rc, String name) {
        return RequestSessions.of(rc, cookies).session(places.get(name));
    }

    /** Whether the login page is where this request is: it is not on the management interface. */
    public boolean isForPages(RoutingContext rc) {
        return RequestSessions.of(rc, cookies).isForPages();
    }

    /** Where the browser wants to go after the sign-in; null if nobody can sign in. */
    public WantedPage wantedPage(RoutingContext rc) {
        return RequestSessions.of(rc, cookies).wantedPage();
    }

    /** The storage of the session with that name. */
    public SessionStorage storage(String name) {
        return new CookieSessionStorage(cookies[places.get(name)], rc -> session(rc, name));
    }

    /** The names of all sessions, in the order in which they were given. */
    public Set<String> names() {
        return Collections.unmodifiableSet(places.keySet());
    }

    /** What the sessions of all requests with that name have in common. */
    public SessionDefinition definition(String name) {
        return cookies[places.get(name)].definition();
    }
}
