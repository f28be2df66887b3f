package io.quarkiverse.usersession.runtime.http;

import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.cookie.SetCookie;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Gives each request its session: as a route filter, and to whoever asks later. The state is kept in the routing context, as
 * the CDI request scope is not there yet when filters run, and is another one after a reroute.
 */
public final class RequestSessions implements Handler<RoutingContext> {

    private final String key;
    private final SessionDefinition definition;
    private final ResponseCommit commit;

    public RequestSessions(SessionDefinition definition, SessionSettings settings, boolean production) {
        this.key = RequestSession.class.getName() + "." + definition.name();
        this.definition = definition;
        this.commit = new ResponseCommit(definition.name(), definition.format(), new SetCookie(settings.cookie()),
                new SecureDetection(settings.cookie(), production), settings.cacheHeaders());
    }

    @Override
    public void handle(RoutingContext rc) {
        RequestSession session = rc.get(key);
        if (session == null) {
            begin(rc);
        } else {
            rc.addHeadersEndHandler(session); // rerouted, which drops all handlers
        }
        rc.next();
    }

    /** The session of this request. */
    public UserSession of(RoutingContext rc) {
        RequestSession session = rc.get(key);
        return (session == null ? begin(rc) : session).session();
    }

    private RequestSession begin(RoutingContext rc) {
        RequestSession session = new RequestSession(rc, definition, commit);
        rc.put(key, session);
        // the handlers run last in, first out: ours, registered before all others, sees what they change
        rc.addHeadersEndHandler(session);
        return session;
    }
}
