package io.quarkiverse.usersession.runtime;

import io.quarkiverse.usersession.runtime.config.CrossOriginSettings;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.http.OriginFailures;
import io.quarkiverse.usersession.runtime.origin.OriginRules;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Reads the settings of this extension and of Quarkus about other origins. */
@Recorder
public class CrossOriginRecorder {

    private final RuntimeValue<UserSessionConfig> config;
    private final RuntimeValue<VertxHttpConfig> http;

    public CrossOriginRecorder(RuntimeValue<UserSessionConfig> config, RuntimeValue<VertxHttpConfig> http) {
        this.config = config;
        this.http = http;
    }

    /** @throws io.quarkus.runtime.configuration.ConfigurationException if a setting can't be used */
    public RuntimeValue<OriginRules> rules() {
        return new RuntimeValue<>(CrossOriginSettings.of(config.getValue(), http.getValue()));
    }

    /** Handles requests of routes that were not allowed to change a session. */
    public Handler<RoutingContext> failures() {
        return new OriginFailures();
    }
}
