package io.quarkiverse.usersession.runtime;

import java.util.function.Consumer;

import io.quarkiverse.usersession.runtime.bound.DeviceBound;
import io.quarkiverse.usersession.runtime.bound.DeviceMetrics;
import io.quarkiverse.usersession.runtime.bound.PagesOfServlets;
import io.quarkiverse.usersession.runtime.config.DeviceBoundSettings;
import io.quarkiverse.usersession.runtime.config.ForwardedHeaders;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.http.DeviceBinding;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.runtime.metrics.MetricsFactory;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Binds sign-ins to browsers. This is a separate recorder, so that an application without this feature contains neither this
 * class nor the classes that it uses.
 */
@Recorder
public class DeviceBoundRecorder {

    private final RuntimeValue<UserSessionConfig> config;
    private final RuntimeValue<VertxHttpConfig> http;

    public DeviceBoundRecorder(RuntimeValue<UserSessionConfig> config, RuntimeValue<VertxHttpConfig> http) {
        this.config = config;
        this.http = http;
    }

    public RuntimeValue<DeviceMetrics> metrics() {
        return new RuntimeValue<>(new DeviceMetrics());
    }

    /**
     * @param rootPath of the application, with a slash at its end
     * @throws io.quarkus.runtime.configuration.ConfigurationException if a setting can't be used
     */
    public RuntimeValue<DeviceBinding.Maker> maker(String rootPath, RuntimeValue<DeviceMetrics> metrics) {
        DeviceBoundSettings settings = DeviceBoundSettings.of(config.getValue());
        return new RuntimeValue<>(new DeviceBound(rootPath.substring(0, rootPath.length() - 1) + settings.path(),
                ForwardedHeaders.havePrefix(http.getValue().proxy()), settings.initiators(), metrics.getValue()));
    }

    /** The handler for requests that register and refresh, which runs before all others. */
    public Handler<RoutingContext> endpoints(RuntimeValue<Sessions> sessions) {
        return sessions.getValue().binding().endpoints();
    }

    /** The handler for requests that may be for servlets, which runs before these. */
    public Handler<RoutingContext> pagesOfServlets(RuntimeValue<Sessions> sessions) {
        return new PagesOfServlets(sessions.getValue().definition(UserSessionConfig.DEFAULT_SESSION).cookieName());
    }

    /** Called by the metrics extension, if the application has one. */
    public Consumer<MetricsFactory> register(RuntimeValue<DeviceMetrics> metrics) {
        return new Consumer<>() {

            @Override
            public void accept(MetricsFactory factory) {
                for (DeviceMetrics.Event event : DeviceMetrics.Event.values()) {
                    MetricsFactory.MetricBuilder metric = factory.builder("user.session.device." + event.metric())
                            .description(event.description());
                    if (event.outcome() != null) {
                        metric.tag("outcome", event.outcome());
                    }
                    metric.buildCounter(() -> metrics.getValue().count(event));
                }
            }
        };
    }
}
