package io.quarkiverse.usersession.runtime;

import java.security.SecureRandom;

import io.quarkiverse.usersession.runtime.config.SessionSecret;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.http.RequestSessions;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Puts the sessions together when the application starts: with the configuration of this run, and never in a native image's
 * heap.
 */
@Recorder
public class UserSessionRecorder {

    private final RuntimeValue<UserSessionConfig> config;

    public UserSessionRecorder(RuntimeValue<UserSessionConfig> config) {
        this.config = config;
    }

    /** @throws io.quarkus.runtime.configuration.ConfigurationException if a setting can't be used */
    public RuntimeValue<RequestSessions> sessions(LaunchMode launchMode) {
        boolean production = launchMode == LaunchMode.NORMAL;
        UserSessionConfig userSession = config.getValue();
        SessionSettings settings = SessionSettings.of(userSession);
        KeyRing keys = KeyRing.of(SessionSecret.require(userSession.secret(), production));
        SessionDefinition definition = SessionDefinition.of(settings, keys, new ApplicationClock(),
                new SecureRandom()::nextBytes);
        return new RuntimeValue<>(new RequestSessions(definition, settings, production));
    }

    public Handler<RoutingContext> filter(RuntimeValue<RequestSessions> sessions) {
        return sessions.getValue();
    }
}
