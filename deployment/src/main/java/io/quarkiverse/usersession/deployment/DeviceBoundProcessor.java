package io.quarkiverse.usersession.deployment;

import java.util.function.BooleanSupplier;

import io.quarkiverse.usersession.runtime.DeviceBoundRecorder;
import io.quarkiverse.usersession.runtime.bound.DeviceMetrics;
import io.quarkiverse.usersession.runtime.config.UserSessionBuildTimeConfig;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.metrics.MetricsFactoryConsumerBuildItem;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.deployment.FilterBuildItem;
import io.quarkus.vertx.http.deployment.HttpRootPathBuildItem;

/** Binds sign-ins to browsers, in applications that enable this. */
@BuildSteps(onlyIf = DeviceBoundProcessor.IsEnabled.class)
class DeviceBoundProcessor {

    private static final String SIGN_IN = UserSessionConfig.PREFIX + ".sign-in.";

    // before what judges where requests come from, and after CORS
    private static final int ENDPOINTS_PRIORITY = UserSessionProcessor.FILTER_PRIORITY + 10;

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    DeviceBindingBuildItem binding(UserSessionBuildTimeConfig config, DeviceBoundRecorder recorder,
            HttpRootPathBuildItem rootPath, BuildProducer<MetricsFactoryConsumerBuildItem> metrics) {
        if (!config.signIn().enabled()) {
            throw new ConfigurationException(SIGN_IN + "device-bound.enabled=true binds sign-ins, but sign-in is disabled: set "
                    + SIGN_IN + "enabled=true");
        }
        RuntimeValue<DeviceMetrics> counts = recorder.metrics();
        metrics.produce(new MetricsFactoryConsumerBuildItem(recorder.register(counts)));
        return new DeviceBindingBuildItem(recorder.maker(rootPath.getRootPath(), counts));
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    FilterBuildItem endpoints(DeviceBoundRecorder recorder, SessionsBuildItem sessions) {
        return new FilterBuildItem(recorder.endpoints(sessions.sessions()), ENDPOINTS_PRIORITY);
    }

    static final class IsEnabled implements BooleanSupplier {

        private final UserSessionBuildTimeConfig config;

        IsEnabled(UserSessionBuildTimeConfig config) {
            this.config = config;
        }

        @Override
        public boolean getAsBoolean() {
            return isIn(config);
        }

        static boolean isIn(UserSessionBuildTimeConfig config) {
            return config.signIn().deviceBound().enabled();
        }
    }
}
