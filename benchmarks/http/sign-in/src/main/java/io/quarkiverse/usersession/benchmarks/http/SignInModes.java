package io.quarkiverse.usersession.benchmarks.http;

import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.signin.SessionAuthenticationMechanism;
import io.quarkiverse.usersession.runtime.store.SignInBook;
import io.quarkiverse.usersession.runtime.store.StoreMetrics;
import io.quarkiverse.usersession.runtime.store.StoreSettings;
import io.quarkiverse.usersession.runtime.store.VertxTimers;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Changes whether the store is asked while the application runs, so that one process, with one history of its just-in-time
 * compiler, is measured with each way.
 */
@ApplicationScoped
public class SignInModes implements HttpAuthenticationMechanism {

    @Inject
    SessionAuthenticationMechanism ofTheExtension;

    @Inject
    SignInStore store;

    @Inject
    Vertx vertx;

    private Map<String, SessionAuthenticationMechanism> modes;
    private volatile SessionAuthenticationMechanism current;

    void install(@Observes Router router) throws ReflectiveOperationException {
        Sessions sessions = sessions();
        modes = Map.of("without", mechanism(sessions, null), "warm", mechanism(sessions, book(Duration.ofSeconds(5))), "cold",
                mechanism(sessions, book(Duration.ZERO)));
        current = modes.get("without");
        router.get("/mode/:mode").handler(rc -> {
            current = modes.get(rc.pathParam("mode"));
            rc.end();
        });
    }

    /** There is no public way to them. */
    private Sessions sessions() throws ReflectiveOperationException {
        Field field = SessionAuthenticationMechanism.class.getDeclaredField("sessions");
        field.setAccessible(true);
        return (Sessions) field.get(ofTheExtension);
    }

    private SignInBook book(Duration cache) {
        return new SignInBook(() -> store, new StoreSettings(cache, Duration.ofSeconds(5), false), false, Clock.systemUTC(),
                new VertxTimers(vertx), new StoreMetrics());
    }

    private static SessionAuthenticationMechanism mechanism(Sessions sessions, SignInBook book) {
        return new SessionAuthenticationMechanism(sessions, "default", book, false, null, null);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext rc, IdentityProviderManager identities) {
        return current.authenticate(rc, identities);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext rc) {
        return current.getChallenge(rc);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return current.getCredentialTypes();
    }

    /** Before that of the extension. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }
}
