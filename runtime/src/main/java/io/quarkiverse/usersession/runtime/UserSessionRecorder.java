package io.quarkiverse.usersession.runtime;

import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.SessionValue;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.http.CurrentSession;
import io.quarkiverse.usersession.runtime.http.DeviceBinding;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.origin.OriginRules;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.quarkiverse.usersession.runtime.state.StateValue;
import io.quarkiverse.usersession.runtime.store.SignInBook;
import io.quarkiverse.usersession.runtime.stored.StoredBackend;
import io.quarkiverse.usersession.runtime.values.TypedValues;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.runtime.metrics.MetricsFactory;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Creates the sessions when the application starts, with the configuration of this run, and never in the heap of a native
 * image.
 */
@Recorder
public class UserSessionRecorder {

    private final RuntimeValue<UserSessionConfig> config;

    public UserSessionRecorder(RuntimeValue<UserSessionConfig> config) {
        this.config = config;
    }

    /**
     * @param remoteDevelopment whether the application runs in development mode on another machine, where only secrets are
     *        good enough that would be in production
     * @param names the names of the named sessions that the application injects
     * @param typed converts values that are records or other classes
     * @param signIn whether users can sign in
     * @param book knows their sign-ins; empty if these are only in cookies
     * @param origins the rules about other origins
     * @param binding binds their sign-ins to browsers; null if they are not bound
     * @param stored the store of large values; empty if the application has none
     * @throws io.quarkus.runtime.configuration.ConfigurationException if a setting can't be used
     */
    public RuntimeValue<Sessions> sessions(LaunchMode launchMode, boolean remoteDevelopment, Set<String> names,
            RuntimeValue<TypedValues> typed, boolean signIn, RuntimeValue<Optional<SignInBook>> book,
            RuntimeValue<OriginRules> origins, RuntimeValue<DeviceBinding.Maker> binding,
            RuntimeValue<Optional<StoredBackend>> stored) {
        return new RuntimeValue<>(
                new ConfiguredSessions(config.getValue(), launchMode.isProduction(), remoteDevelopment,
                        typed.getValue(), signIn, book.getValue().orElse(null), origins.getValue(),
                        binding == null ? null : binding.getValue(),
                        stored.getValue().map(StoredBackend::background).orElse(null))
                        .sessions(names));
    }

    /** @throws io.quarkus.runtime.configuration.ConfigurationException if it is not clear which clock the application has */
    public void checkClock() {
        ApplicationClock.check();
    }

    /** For applications without Jackson. */
    public RuntimeValue<TypedValues> noTypedValues() {
        return new RuntimeValue<>(TypedValues.UNAVAILABLE);
    }

    public Handler<RoutingContext> filter(RuntimeValue<Sessions> sessions) {
        return sessions.getValue();
    }

    /** Creates the proxy for the session of the current request. */
    public Supplier<UserSession> userSession(RuntimeValue<Sessions> sessions, String name) {
        return new Supplier<>() {

            @Override
            public UserSession get() {
                return new CurrentSession(current(sessions, name));
            }
        };
    }

    /** Creates the proxy for one value of the session of the current request. */
    public Supplier<SessionValue<?>> sessionValue(RuntimeValue<Sessions> sessions, String name, String key, Type type) {
        return new Supplier<>() {

            @Override
            public SessionValue<?> get() {
                return new StateValue<>(current(sessions, name), key, type);
            }
        };
    }

    private static Supplier<SessionState> current(RuntimeValue<Sessions> sessions, String name) {
        CurrentRequest request = new CurrentRequest();
        return new Supplier<>() {

            @Override
            public SessionState get() {
                return sessions.getValue().session(request.routingContext(), name);
            }
        };
    }

    public Supplier<SessionStorage> storage(RuntimeValue<Sessions> sessions, String name) {
        return new Supplier<>() {

            @Override
            public SessionStorage get() {
                return sessions.getValue().storage(name);
            }
        };
    }

    /** Called by the metrics extension, if the application has one. */
    public Consumer<MetricsFactory> metrics(RuntimeValue<Sessions> sessions, RuntimeValue<Optional<SignInBook>> book) {
        return new Consumer<>() {

            @Override
            public void accept(MetricsFactory factory) {
                MetricsRegistration registration = new MetricsRegistration(factory);
                registration.register(sessions.getValue());
                book.getValue().ifPresent(present -> registration.register(present.metrics()));
            }
        };
    }
}
