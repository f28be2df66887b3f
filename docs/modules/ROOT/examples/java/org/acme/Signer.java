package org.acme;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.UserSession;

@ApplicationScoped
public class Signer {

    // tag::by-hand[]
    @Inject
    SessionStorage sessions;

    /** Gives the value of a Set-Cookie header for what came in a Cookie header. */
    public String signIn(String cookieHeader, String name) {
        UserSession session = sessions.getSession(cookieHeader);
        session.renew().set("userID", name);
        return sessions.commitSession(session, Duration.ofHours(8));
    }
    // end::by-hand[]
}
