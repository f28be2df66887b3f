package io.quarkiverse.usersession.runtime;

import java.util.Optional;
import java.util.function.Supplier;

import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.SignIns;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.config.SignInSettings;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkiverse.usersession.runtime.store.SignInBook;
import io.quarkiverse.usersession.runtime.store.StoreMetrics;
import io.quarkiverse.usersession.runtime.store.StoreSettings;
import io.quarkiverse.usersession.runtime.store.VertxTimers;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;
import io.vertx.core.Vertx;

/** Connects the application's sign-in store, if it has one. */
@Recorder
public class StoreRecorder {

    private final RuntimeValue<UserSessionConfig> config;

    public StoreRecorder(RuntimeValue<UserSessionConfig> config) {
        this.config = config;
    }

    /** For applications without sign-in. */
    public RuntimeValue<Optional<SignInBook>> noBook() {
        return new RuntimeValue<>(Optional.empty());
    }

    /**
     * @param binds whether sign-ins are bound to browsers
     * @return empty if the application has no store
     * @throws io.quarkus.runtime.configuration.ConfigurationException if a setting can't be used
     */
    public RuntimeValue<Optional<SignInBook>> book(boolean binds, Supplier<Vertx> vertx, ShutdownContext shutdown) {
        StoreSettings settings = SignInSettings.store(config.getValue());
        if (Arc.container().select(SignInStore.class).isUnsatisfied()) {
            return noBook();
        }
        Supplier<SignInStore> store = () -> Arc.container().instance(SignInStore.class).get();
        SignInBook book = new SignInBook(store, settings, binds, new ApplicationClock(), new VertxTimers(vertx.get()),
                new StoreMetrics());
        shutdown.addShutdownTask(book::close);
        return new RuntimeValue<>(Optional.of(book));
    }

    public Supplier<SignIns> signIns(RuntimeValue<Optional<SignInBook>> book) {
        return new Supplier<>() {

            @Override
            public SignIns get() {
                return book.getValue().orElseThrow(() -> new IllegalStateException("SignIns needs a sign-in store: add the"
                        + " extension quarkus-user-session-redis, or a bean of type " + SignInStore.class.getName()))
                        .signIns(StoreRecorder::signedIn);
            }
        };
    }

    private static SignedIn signedIn(UserSession session) {
        SessionState state = Sessions.stateOf(session);
        if (state == null) {
            throw new IllegalArgumentException("This is not a session of the application: pass an injected session, or one of"
                    + " SessionStorage");
        }
        return state.signedIn();
    }
}
