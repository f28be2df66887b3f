package io.quarkiverse.usersession.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.store.InMemorySignInStore;
import io.smallrye.mutiny.Uni;

/**
 * A {@link SignInStore} in memory, for the tests of an application. It replaces the store that the application uses in
 * production. Select it in the configuration:
 *
 * <pre>
 * %test.quarkus.arc.selected-alternatives=io.quarkiverse.usersession.testing.InMemorySignIns
 * </pre>
 *
 * or, for the tests of one profile, with {@code QuarkusTestProfile.getEnabledAlternatives()}. It uses the clock and the
 * {@code quarkus.user-session.max-age} of the application, and is empty at each start of the application.
 */
@Alternative
@ApplicationScoped
public class InMemorySignIns implements SignInStore {

    private final SignInStore store;

    /** Called by the application when its configuration is known. */
    public InMemorySignIns() {
        store = new InMemorySignInStore(() -> RunningApplication.clock().instant(), maxAge());
    }

    private static Duration maxAge() {
        SessionSettings settings = RunningApplication.config()
                .map(config -> SessionSettings.of(config, UserSessionConfig.DEFAULT_SESSION))
                .orElseGet(() -> SessionSettings.defaults(UserSessionConfig.DEFAULT_SESSION));
        return Duration.ofSeconds(settings.lifetimes().maxAge());
    }

    @Override
    public Uni<Boolean> check(SignInCheck check) {
        return store.check(check);
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
