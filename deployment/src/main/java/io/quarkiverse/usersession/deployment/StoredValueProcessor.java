package io.quarkiverse.usersession.deployment;

import java.util.List;
import java.util.Optional;

import org.jboss.jandex.JandexReflection;

import io.quarkiverse.usersession.runtime.StoredValuesRecorder;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.core.deployment.CoreVertxBuildItem;

/** Creates the values that an application injects and that are too large for a cookie. */
class StoredValueProcessor {

    @BuildStep
    StoredValuesBuildItem storedValues(SessionValuesBuildItem values) {
        return new StoredValuesBuildItem(!values.stored().isEmpty());
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    StoredBackendBuildItem backend(StoredValuesRecorder recorder, Optional<ValueStoreBuildItem> store,
            CoreVertxBuildItem vertx) {
        return new StoredBackendBuildItem(
                store.isPresent() ? recorder.backend(store.get().store(), vertx.getVertx()) : recorder.none());
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void beans(StoredValuesRecorder recorder, SessionsBuildItem sessions, StoredBackendBuildItem backend,
            SessionValuesBuildItem values, BuildProducer<SyntheticBeanBuildItem> beans) {
        for (InjectedValue value : values.stored()) {
            beans.produce(value.bean().supplier(recorder.value(sessions.sessions(), backend.backend(), value.session(),
                    value.key(), JandexReflection.loadType(value.type()))).done());
        }
    }

    @BuildStep
    void check(SessionValuesBuildItem values, Optional<ValueStoreBuildItem> store,
            BuildProducer<ValidationErrorBuildItem> errors) {
        List<InjectedValue> stored = values.stored();
        if (!stored.isEmpty() && store.isEmpty()) {
            InjectedValue first = stored.get(0);
            errors.produce(new ValidationErrorBuildItem(new ConfigurationException(first.shown() + " at " + first.place()
                    + " needs a store for values that are too large for a cookie: add the dependency"
                    + " io.quarkiverse.usersession:quarkus-user-session-redis")));
        }
    }
}
