package org.acme;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usersession.UserSession;
import io.quarkus.security.identity.SecurityIdentity;

// tag::class[]
@ApplicationScoped
public class OwnData {

    @Inject
    UserSession session;

    @Inject
    SecurityIdentity identity;

    /** The session, without the data of another user of this browser. */
    public UserSession session() {
        String user = identity.getPrincipal().getName();
        if (!session.get("owner").equals(Optional.of(user))) {
            session.clear().renew().set("owner", user);
        }
        return session;
    }
}
// end::class[]
