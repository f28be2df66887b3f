package org.acme;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usersession.SignInValidator;
import io.smallrye.mutiny.Uni;

// tag::class[]
@ApplicationScoped
public class LockedOutUsers implements SignInValidator {

    private final Set<String> lockedOut = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> passwordChanges = new ConcurrentHashMap<>();

    public void lockOut(String name) {
        lockedOut.add(name);
    }

    public void passwordChanged(String name) {
        passwordChanges.put(name, Instant.now());
    }

    @Override
    public Uni<Boolean> isSignedIn(String principal, String sessionId, Instant signedInAt) {
        Instant changed = passwordChanges.getOrDefault(principal, Instant.EPOCH).truncatedTo(ChronoUnit.MILLIS); // <1>
        return Uni.createFrom().item(!lockedOut.contains(principal) && !signedInAt.isBefore(changed));
    }
}
// end::class[]
