package io.quarkiverse.usersession.test.bound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.runtime.store.InMemorySignInStore;
import io.quarkiverse.usersession.test.app.TestClock;
import io.smallrye.mutiny.Uni;

/** A store that a test can make say no without saying why. */
@Alternative
@ApplicationScoped
public class ReluctantSignIns implements SignInStore {

    private final SignInStore store;
    private volatile boolean reluctant;

    ReluctantSignIns(TestClock clock) {
        store = new InMemorySignInStore(() -> clock.instant(), Duration.ofDays(365));
    }

    void reluctant(boolean is) {
        reluctant = is;
    }

    @Override
    public Uni<Boolean> check(SignInCheck check) {
        return reluctant && check.bound() ? Uni.createFrom().failure(new IllegalStateException()) : store.check(check);
    }

    @Override
    public Uni<List<SignIn>> list(String principal) {
        return store.list(principal);
    }

    @Override
    public Uni<Void> end(String principal, String id) {
        return store.end(principal, id);
    }

    @Override
    public Uni<Void> endAll(String principal, Instant before, Optional<String> exceptId) {
        return store.endAll(principal, before, exceptId);
    }
}
