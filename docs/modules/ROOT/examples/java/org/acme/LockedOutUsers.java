package org.acme;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usersession.SignInValidator;
import io.smallrye.mutiny.Uni;

// tag::class[]
@ApplicationScoped
public class LockedOutUsers implements SignInValidator {

    private final Set<String> lockedOut = ConcurrentHashMap.newKeySet();

    public void lockOut(String name) {
        lockedOut.add(name);
    }

    @Override
    public Uni<Boolean> isSignedIn(String principal, String sessionId, Instant signedInAt) {
        return Uni.createFrom().item(!lockedOut.contains(principal));
    }
}
// end::class[]
