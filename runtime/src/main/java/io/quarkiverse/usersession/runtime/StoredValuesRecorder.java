package io.quarkiverse.usersession.runtime;

import java.lang.reflect.Type;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;

import io.quarkiverse.usersession.StoredValue;
import io.quarkiverse.usersession.runtime.config.StoredValueSettings;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.StoredEntry;
import io.quarkiverse.usersession.runtime.store.VertxTimers;
import io.quarkiverse.usersession.runtime.stored.SessionStoredValue;
import io.quarkiverse.usersession.runtime.stored.StoredBackend;
import io.quarkiverse.usersession.runtime.stored.ValueStore;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Connects the store of large values, if the application has one. */
@Recorder
public class StoredValuesRecorder {

    private final RuntimeValue<UserSessionConfig> config;

    public StoredValuesRecorder(RuntimeValue<UserSessionConfig> config) {
        this.config = config;
    }

    /** For applications that store no large values. */
    public RuntimeValue<Optional<StoredBackend>> none() {
        return new RuntimeValue<>(Optional.empty());
    }

    /** @throws io.quarkus.runtime.configuration.ConfigurationException if a setting can't be used */
    public RuntimeValue<Optional<StoredBackend>> backend(RuntimeValue<ValueStore> store, Supplier<Vertx> vertx) {
        Context context = vertx.get().getOrCreateContext();
        return new RuntimeValue<>(Optional.of(StoredBackend.of(store.getValue(), StoredValueSettings.of(config.getValue()),
                new VertxTimers(vertx.get()), task -> context.runOnContext(ignored -> task.run()))));
    }

    /** A stored value of the session of the current request. */
    public Supplier<StoredValue<?>> value(RuntimeValue<Sessions> sessions, RuntimeValue<Optional<StoredBackend>> backend,
            String name, String key, Type type) {
        return new Supplier<>() {

            @Override
            public StoredValue<?> get() {
                SessionDefinition definition = sessions.getValue().definition(name);
                CurrentRequest request = new CurrentRequest();
                return new SessionStoredValue<>(
                        () -> new StoredEntry(definition, sessions.getValue().session(request.routingContext(), name), key),
                        backend.getValue().orElseThrow().values(definition.storedFormat(), new SecureRandom()::nextBytes),
                        type);
            }
        };
    }
}
