package io.quarkiverse.usersession.runtime;

import java.util.function.Supplier;

import jakarta.enterprise.inject.Instance;

import io.quarkiverse.usersession.SignInValidator;
import io.quarkiverse.usersession.runtime.config.SignInSettings;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.signin.SessionAuthenticationMechanism;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/**
 * Makes sessions authenticate users. A recorder of its own, so that nothing refers to quarkus-security in an application that
 * has none: native images are linked when they are built.
 */
@Recorder
public class SignInRecorder {

    private final RuntimeValue<UserSessionConfig> config;

    public SignInRecorder(RuntimeValue<UserSessionConfig> config) {
        this.config = config;
    }

    /** @throws io.quarkus.runtime.configuration.ConfigurationException if a setting can't be used */
    public Supplier<SessionAuthenticationMechanism> mechanism(RuntimeValue<Sessions> sessions) {
        String loginPage = SignInSettings.loginPage(config.getValue()).orElse(null);
        return new Supplier<>() {

            @Override
            public SessionAuthenticationMechanism get() {
                Instance<SignInValidator> validators = Arc.container().select(SignInValidator.class);
                return new SessionAuthenticationMechanism(sessions.getValue(), UserSessionConfig.DEFAULT_SESSION,
                        validators.isUnsatisfied() ? null : validators.get(), loginPage);
            }
        };
    }
}
