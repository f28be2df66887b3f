package io.quarkiverse.usersession.deployment;

import java.util.function.BooleanSupplier;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.usersession.runtime.DeviceBoundRecorder;
import io.quarkiverse.usersession.runtime.bound.DeviceMetrics;
import io.quarkiverse.usersession.runtime.config.UserSessionBuildTimeConfig;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
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
import io.quarkus.vertx.http.deployment.RouteBuildItem;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpBuildTimeConfig;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;

/** Binds sign-ins to browsers, in applications that enable this. */
@BuildSteps(onlyIf = DeviceBoundProcessor.IsEnabled.class)
class DeviceBoundProcessor {

    private static final String SIGN_IN = UserSessionConfig.PREFIX + ".sign-in.";

    // before all that judges where requests come from: for a browser, a refusal by CORS would end the binding
    private static final int ENDPOINTS_PRIORITY = SecurityHandlerPriorities.CORS + 10;

    // and after the filters
    private static final int BEFORE_ALL_ROUTES = -1;

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

    /** Requests for servlets end up at the default route, unless servlets have a path of their own. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void servlets(Capabilities capabilities, VertxHttpBuildTimeConfig http, DeviceBoundRecorder recorder,
            SessionsBuildItem sessions, BuildProducer<RouteBuildItem> routes) {
        if (http.auth().proactive() || capabilities.isMissing(Capability.SERVLET)) {
            return;
        }
        String path = ConfigProvider.getConfig().getOptionalValue("quarkus.servlet.context-path", String.class).orElse("")
                .replaceAll("^/+|/+$", "");
        routes.produce(RouteBuildItem.builder()
                .orderedRoute(path.isEmpty() ? "/*" : "/" + path + "/*",
                        path.isEmpty() ? RouteConstants.ROUTE_ORDER_DEFAULT - 1 : BEFORE_ALL_ROUTES)
                .handler(recorder.pagesOfServlets(sessions.sessions())).build());
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
